using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Growth.Following.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Following;

/// <summary>Follows an open shop, by its address; once. Errors: <c>follow.no-shop</c>, <c>follow.full</c>.</summary>
[Person]
public sealed record FollowShop(string Slug) : ICommand<Result>, IPlatformTransaction;

/// <summary>No longer; a repeat changes nothing. Error: <c>follow.no-shop</c>.</summary>
[Person]
public sealed record UnfollowShop(string Slug) : ICommand<Result>, IPlatformTransaction;

public static class FollowErrors
{
    public static readonly Error NoShop = Error.NotFound("follow.no-shop", "There is no such shop.");

    public static readonly Error Full = Error.Refused(
        "follow.full", "You follow 200 shops already. Leave one that no longer interests you.");
}

internal sealed class FollowShopHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<FollowShop, Result>, ICommandHandler<UnfollowShop, Result>
{
    public async ValueTask<Result> Handle(FollowShop command, CancellationToken cancellation)
    {
        if (await ShopAsync(command.Slug, cancellation) is not { } tenantId) return FollowErrors.NoShop;
        var (buyerId, now) = (caller.Caller.BuyerId!, clock.GetUtcNow().UtcDateTime);
        if (!await db.SellerStandings.AnyAsync(s => s.TenantId == tenantId && s.IsOpen, cancellation)) return FollowErrors.NoShop;
        var mine = db.ShopFollows.Where(f => f.BuyerId == buyerId);
        if (await mine.AnyAsync(f => f.TenantId == tenantId, cancellation)) return Result.Success();
        if (await mine.CountAsync(cancellation) >= ShopFollow.Most) return FollowErrors.Full;
        db.Add(new ShopFollow { BuyerId = buyerId, TenantId = tenantId, SinceUtc = now, ToldUntilUtc = now });
        return Result.Success();
    }

    public async ValueTask<Result> Handle(UnfollowShop command, CancellationToken cancellation)
    {
        if (await ShopAsync(command.Slug, cancellation) is not { } tenantId) return FollowErrors.NoShop;
        var buyerId = caller.Caller.BuyerId;
        await db.ShopFollows.Where(f => f.BuyerId == buyerId && f.TenantId == tenantId).ExecuteDeleteAsync(cancellation);
        return Result.Success();
    }

    private Task<string?> ShopAsync(string slug, CancellationToken cancellation) =>
        db.SellerProfiles.Where(p => p.Slug == slug).Select(p => (string?)p.TenantId).SingleOrDefaultAsync(cancellation);
}
