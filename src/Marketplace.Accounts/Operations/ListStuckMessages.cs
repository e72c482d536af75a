using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Operations;

/// <summary>Events that could not be delivered: given up, or failed at least once; the oldest first, at most 100.</summary>
[Admin(AdminPermissions.Jobs)]
public sealed record ListStuckMessages : IQuery<Result<IReadOnlyList<StuckMessage>>>;

/// <param name="IsDead">Given up: only a person brings it back.</param>
public sealed record StuckMessage(
    string Id, string EventName, string About, DateTime AtUtc, DateTime DueAtUtc, int Attempts, bool IsDead, string? LastError);

/// <summary>Delivers an event again that was given up. Errors: outbox.not-found, outbox.not-dead.</summary>
[Admin(AdminPermissions.Jobs)]
public sealed record RetryMessage(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class StuckMessageHandlers(PlatformDb db, AuditTrail audit, OutboxSignal signal, TimeProvider clock)
    : IQueryHandler<ListStuckMessages, Result<IReadOnlyList<StuckMessage>>>, ICommandHandler<RetryMessage, Result>
{
    private const int Most = 100;

    private static readonly Error NotFound = Error.NotFound("outbox.not-found", "There is no such message.");

    private static readonly Error NotDead = Error.Conflict("outbox.not-dead", "This message is delivered or still waiting.");

    public async ValueTask<Result<IReadOnlyList<StuckMessage>>> Handle(
        ListStuckMessages query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<StuckMessage>>.Success(await db.Set<OutboxRow>().AsNoTracking()
            .Where(r => r.State == OutboxState.Dead || (r.State == OutboxState.Waiting && r.LastError != null))
            .OrderBy(r => r.AtUtc).ThenBy(r => r.Id).Take(Most)
            .Select(r => new StuckMessage(
                r.Id, r.EventName, r.OrderingKey, r.AtUtc, r.DueAtUtc, r.Attempts, r.State == OutboxState.Dead, r.LastError))
            .ToListAsync(cancellationToken));

    public async ValueTask<Result> Handle(RetryMessage command, CancellationToken cancellationToken)
    {
        var one = db.Set<OutboxRow>().Where(r => r.Id == command.Id);
        if (!await one.AnyAsync(cancellationToken)) return NotFound;
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await one.Where(r => r.State == OutboxState.Dead).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.State, OutboxState.Waiting).SetProperty(r => r.Attempts, 0)
                .SetProperty(r => r.DueAtUtc, now), cancellationToken);
        if (changed == 0) return NotDead;
        audit.Note(db, "outbox.retried", "outbox", command.Id, "Put back into the queue.");
        signal.Nudge();
        return Result.Success();
    }
}
