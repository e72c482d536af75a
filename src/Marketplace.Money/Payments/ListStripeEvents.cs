using System.Globalization;
using System.Linq.Expressions;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>The webhook inbox, the newest first, 50 a page.</summary>
/// <param name="Search">The id of an event, of its object, an order's or refund's id; or the beginning of a type.</param>
/// <param name="After">The <c>Next</c> of the page before.</param>
[Admin("money")]
public sealed record ListStripeEvents(StripeEventState? State = null, string? Search = null, string? After = null)
    : IQuery<Result<StripeEventList>>;

/// <param name="Stuck">How many were given up, whatever the filter.</param>
/// <param name="Waiting">How many are not processed yet, whatever the filter.</param>
public sealed record StripeEventList(Page<StripeEventLine> Page, int Waiting, int Stuck);

/// <param name="Account">The connected account it came for; empty for the platform's own.</param>
public sealed record StripeEventLine(
    string Account, string Id, string Type, string ObjectId, StripeEventState State, DateTime ReceivedAtUtc,
    DateTime? DoneAtUtc, DateTime DueAtUtc, int Attempts, string? LastError);

/// <summary>One event with what Stripe sent. Error: webhook.not-found.</summary>
[Admin("money")]
public sealed record GetStripeEvent(string Account, string Id) : IQuery<Result<StripeEventDetails>>;

public sealed record StripeEventDetails(StripeEventLine Line, string? OrderId, string? RefundId, string ApiVersion, string Raw);

/// <summary>
/// Processes an event once more, whatever came of it: its object is fetched anew and only what differs is moved, so
/// that nothing happens twice. Error: webhook.not-found.
/// </summary>
[Admin("money")]
public sealed record ReplayStripeEvent(string Account, string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class StripeEventHandlers(PlatformDb db, AuditTrail audit, TimeProvider clock)
    : IQueryHandler<ListStripeEvents, Result<StripeEventList>>, IQueryHandler<GetStripeEvent, Result<StripeEventDetails>>,
      ICommandHandler<ReplayStripeEvent, Result>
{
    private const int Size = 50;

    private static readonly Expression<Func<StripeEvent, StripeEventLine>> Line = e => new StripeEventLine(
        e.Account, e.Id, e.Type, e.ObjectId, e.State, e.ReceivedAtUtc, e.DoneAtUtc, e.DueAtUtc, e.Attempts, e.LastError);

    private static readonly Error NotFound = Error.NotFound("webhook.not-found", "There is no such event.");

    public async ValueTask<Result<StripeEventList>> Handle(ListStripeEvents query, CancellationToken cancellationToken)
    {
        var events = db.StripeEvents.AsNoTracking();
        if (query.State is { } state) events = events.Where(e => e.State == state);
        if (query.Search?.Trim() is { Length: > 0 and <= 100 } search)
        {
            events = events.Where(e => e.Id == search || e.ObjectId == search || e.OrderId == search || e.RefundId == search
                || e.Account == search || e.Type.StartsWith(search));
        }

        if (Read(query.After) is { } after)
        {
            events = events.Where(e => e.ReceivedAtUtc < after.At
                || (e.ReceivedAtUtc == after.At && string.Compare(e.Id, after.Id) < 0));
        }

        var rows = await events.OrderByDescending(e => e.ReceivedAtUtc).ThenByDescending(e => e.Id).Take(Size + 1)
            .Select(Line).ToListAsync(cancellationToken);
        var open = await db.StripeEvents.Where(e => e.State == StripeEventState.Waiting || e.State == StripeEventState.Dead)
            .GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new StripeEventList(
            Page.Of(rows, Size, e => $"{e.ReceivedAtUtc.Ticks.ToString(CultureInfo.InvariantCulture)}.{e.Id}"),
            open.GetValueOrDefault(StripeEventState.Waiting), open.GetValueOrDefault(StripeEventState.Dead));
    }

    public async ValueTask<Result<StripeEventDetails>> Handle(GetStripeEvent query, CancellationToken cancellationToken)
    {
        var found = await db.StripeEvents.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Account == query.Account && e.Id == query.Id, cancellationToken);
        if (found is null) return NotFound;
        return new StripeEventDetails(Line.Compile()(found), found.OrderId, found.RefundId, found.ApiVersion, found.Raw);
    }

    public async ValueTask<Result> Handle(ReplayStripeEvent command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.StripeEvents.SingleOrDefaultAsync(
            e => e.Account == command.Account && e.Id == command.Id, cancellationToken);
        if (found is null) return NotFound;
        (found.State, found.Attempts, found.DueAtUtc) = (StripeEventState.Waiting, 0, now);
        (found.LastError, found.DoneAtUtc) = (null, null);
        audit.Note(db, "webhook.replayed", "stripe-event", found.Id, found.Type);
        return Result.Success();
    }

    private static (DateTime At, string Id)? Read(string? cursor) =>
        cursor?.Split('.', 2) is [var ticks, { Length: > 0 and <= 64 } id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            ? (new DateTime(at, DateTimeKind.Utc), id)
            : null;
}
