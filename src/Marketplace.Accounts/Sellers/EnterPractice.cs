using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Sellers;

/// <summary>
/// Lets those through who may do something in the shop's practice world. It lives beside the real one, which is not
/// touched: there is nothing to write.
/// </summary>
[Seller(SellerPermissions.Settings)]
public sealed record EnterPractice : ICommand<Result>;

internal sealed class EnterPracticeHandler : ICommandHandler<EnterPractice, Result>
{
    public ValueTask<Result> Handle(EnterPractice command, CancellationToken cancellationToken) => new(Result.Success());
}
