using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Following.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Following;

/// <summary>The shops that a person follows.</summary>
internal sealed class FollowingData(PlatformDb db) : IPersonalData
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var buyer = subject.BuyerId;
        return
        [
            DataSheet.Of("Shops you follow", ["ShopFollows"], await db.ShopFollows.AsNoTracking()
                .Where(f => f.BuyerId == buyer).Select(f => new { f.TenantId, f.SinceUtc }).ToListAsync(cancellation)),
        ];
    }
}

/// <summary>A deleted person follows nobody.</summary>
[Internal]
public sealed record ForgetFollower(string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ForgetFollowerHandler(PlatformDb db) : ICommandHandler<ForgetFollower, Result>
{
    public async ValueTask<Result> Handle(ForgetFollower command, CancellationToken cancellation)
    {
        var buyer = command.BuyerId;
        await db.ShopFollows.Where(f => f.BuyerId == buyer).ExecuteDeleteAsync(cancellation);
        return Result.Success();
    }
}

internal sealed class ForgetFollowers : IConsume<PersonDeleted>
{
    public IEnumerable<ICommand<Result>> On(PersonDeleted happened) => [new ForgetFollower(happened.BuyerId)];
}
