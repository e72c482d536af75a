using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>Carries a shop's new name into the platform's file.</summary>
[Internal]
public sealed record FollowProfile(string TenantId, string Name) : ICommand<Result>, IPlatformTransaction;

internal sealed class WhenProfileChanged : IConsume<SellerProfileChanged>
{
    public IEnumerable<ICommand<Result>> On(SellerProfileChanged happened) =>
        [new FollowProfile(happened.TenantId, happened.Name)];
}

internal sealed class FollowProfileHandler(PlatformDb db, SellerStore store) : ICommandHandler<FollowProfile, Result>
{
    public async ValueTask<Result> Handle(FollowProfile command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.SingleAsync(s => s.Id == command.TenantId, cancellationToken);
        seller.Name = command.Name;
        store.Forget();
        return Result.Success();
    }
}
