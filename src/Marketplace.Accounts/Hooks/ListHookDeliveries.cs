using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks;

/// <summary>What was sent to one webhook in the last thirty days, the newest first.</summary>
/// <param name="After">The <c>Next</c> of the page before.</param>
[Seller(SellerPermissions.Keys)]
public sealed record ListHookDeliveries(string HookId, HookDeliveryState? State = null, string? After = null)
    : IQuery<Result<Page<HookDeliveryLine>>>;

/// <summary>One delivery with what was sent and how it went. Error: hook.no-delivery.</summary>
[Seller(SellerPermissions.Keys)]
public sealed record GetHookDelivery(string HookId, string DeliveryId) : IQuery<Result<HookDeliveryView>>;

/// <param name="DueAtUtc">When it is tried next, while it waits.</param>
/// <param name="Last">How the last try went; null before the first.</param>
public sealed record HookDeliveryLine(
    string Id, string EventType, HookDeliveryState State, DateTime AtUtc, DateTime DueAtUtc, int Attempts, HookAttempt? Last);

/// <param name="MessageId">What receivers know it by.</param>
/// <param name="Attempts">The last twenty, the newest first.</param>
public sealed record HookDeliveryView(
    HookDeliveryLine Line, string MessageId, string Payload, IReadOnlyList<HookAttempt> Attempts);

internal sealed class ListHookDeliveriesHandler(SellerDb db)
    : IQueryHandler<ListHookDeliveries, Result<Page<HookDeliveryLine>>>
{
    private const int Size = 50;

    public async ValueTask<Result<Page<HookDeliveryLine>>> Handle(ListHookDeliveries query, CancellationToken cancellationToken)
    {
        var found = db.HookDeliveries.AsNoTracking().Where(d => d.EndpointId == query.HookId);
        if (query.State is { } state) found = found.Where(d => d.State == state);
        if (query.After is { Length: > 0 } after) found = found.Where(d => string.Compare(d.Id, after) < 0);
        var rows = await found.OrderByDescending(d => d.Id).Take(Size + 1)
            .Select(d => new { d.Id, d.EventType, d.State, d.AtUtc, d.DueAtUtc, d.Attempts, d.Log })
            .ToListAsync(cancellationToken);
        return Page.Of(
            [.. rows.Select(d => new HookDeliveryLine(d.Id, d.EventType, d.State, d.AtUtc, d.DueAtUtc, d.Attempts, d.Log.LastOrDefault()))],
            Size, d => d.Id);
    }
}

internal sealed class GetHookDeliveryHandler(SellerDb db) : IQueryHandler<GetHookDelivery, Result<HookDeliveryView>>
{
    public async ValueTask<Result<HookDeliveryView>> Handle(GetHookDelivery query, CancellationToken cancellationToken)
    {
        var found = await db.HookDeliveries.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == query.DeliveryId && d.EndpointId == query.HookId, cancellationToken);
        if (found is null) return HookErrors.NoSuchDelivery;
        return new HookDeliveryView(
            new HookDeliveryLine(
                found.Id, found.EventType, found.State, found.AtUtc, found.DueAtUtc, found.Attempts, found.Log.LastOrDefault()),
            HookDelivery.PublicId(found.Id), found.Payload, [.. found.Log.AsEnumerable().Reverse()]);
    }
}
