using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks;

/// <summary>
/// Sends one delivery again, under its old id, with all its tries anew. Errors: hook.not-found, hook.off,
/// hook.no-delivery, hook.on-its-way.
/// </summary>
[Seller(SellerPermissions.Keys)]
public sealed record ReplayHookDelivery(string HookId, string DeliveryId) : ICommand<Result>, IPlatformTransaction;

/// <summary>
/// Sends what was given up again, the oldest first, at most a thousand at once; answers how many. Errors: hook.not-found,
/// hook.off.
/// </summary>
[Seller(SellerPermissions.Keys)]
public sealed record ReplayGivenUp(string HookId) : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class ReplayHookDeliveryHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<ReplayHookDelivery, Result>
{
    public async ValueTask<Result> Handle(ReplayHookDelivery command, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        if (await HookReplay.RefusalAsync(db, tenantId, command.HookId, cancellationToken) is { } refusal) return refusal;
        var one = db.HookDeliveries
            .Where(d => d.TenantId == tenantId && d.EndpointId == command.HookId && d.Id == command.DeliveryId);
        if (!await one.AnyAsync(cancellationToken)) return HookErrors.NoSuchDelivery;
        var ended = one.Where(d => d.State != HookDeliveryState.Waiting);
        return await HookReplay.AgainAsync(ended, clock, cancellationToken) == 0 ? HookErrors.OnItsWay : Result.Success();
    }
}

internal sealed class ReplayGivenUpHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<ReplayGivenUp, Result<int>>
{
    private const int Most = 1000;

    public async ValueTask<Result<int>> Handle(ReplayGivenUp command, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        if (await HookReplay.RefusalAsync(db, tenantId, command.HookId, cancellationToken) is { } refusal) return refusal;
        var oldest = db.HookDeliveries
            .Where(d => d.TenantId == tenantId && d.EndpointId == command.HookId && d.State == HookDeliveryState.GivenUp)
            .OrderBy(d => d.Id).Take(Most).Select(d => d.Id);
        return await HookReplay.AgainAsync(db.HookDeliveries.Where(d => oldest.Contains(d.Id)), clock, cancellationToken);
    }
}

internal static class HookReplay
{
    public static async Task<Error?> RefusalAsync(PlatformDb db, string tenantId, string hookId, CancellationToken cancellation)
    {
        var hook = await db.HookEndpoints.AsNoTracking()
            .SingleOrDefaultAsync(e => e.TenantId == tenantId && e.Id == hookId, cancellation);
        return hook is null ? HookErrors.NotFound : hook.State == HookState.On ? null : HookErrors.Off;
    }

    public static Task<int> AgainAsync(IQueryable<HookDelivery> which, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return which.ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, HookDeliveryState.Waiting).SetProperty(d => d.DueAtUtc, now)
                .SetProperty(d => d.Attempts, 0), cancellation);
    }
}
