using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;

namespace Marketplace.Accounts.Sellers;

/// <summary>
/// Lets those through who may do something in the shop's practice world. It lives beside the real one, which is not
/// touched: there is nothing to write. Error: feature.off.
/// </summary>
[Seller(SellerPermissions.Settings)]
public sealed record EnterPractice : ICommand<Result>;

internal sealed class EnterPracticeHandler(IFeatures features, CallerAccessor caller)
    : ICommandHandler<EnterPractice, Result>
{
    public async ValueTask<Result> Handle(EnterPractice command, CancellationToken cancellationToken) =>
        await features.IsOnAsync(Feature.Practice, caller.Caller.TenantId, null, cancellationToken)
            ? Result.Success()
            : FeatureErrors.Off;
}
