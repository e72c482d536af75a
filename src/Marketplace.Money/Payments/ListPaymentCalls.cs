using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>Calls to Stripe that failed and are tried again, then those refused for good; the newest 100 of each.</summary>
[Admin("money")]
public sealed record ListPaymentCalls : IQuery<Result<IReadOnlyList<PaymentCall>>>;

/// <param name="Kind">OpenCheckout, Refund or Transfer.</param>
/// <param name="Reference">Order, refund or SellerOrder, by kind.</param>
/// <param name="IsRefused">For good: trying again would not help.</param>
public sealed record PaymentCall(
    string Id, string Kind, string Reference, bool IsRefused, DateTime CreatedAtUtc, DateTime DueAtUtc, int Attempts,
    string? LastError);

/// <summary>Makes a waiting call at the job's next turn. Errors: payment-call.not-found, payment-call.not-waiting.</summary>
[Admin("money")]
public sealed record RetryPaymentCall(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class PaymentCallHandlers(PlatformDb db, AuditTrail audit, TimeProvider clock)
    : IQueryHandler<ListPaymentCalls, Result<IReadOnlyList<PaymentCall>>>, ICommandHandler<RetryPaymentCall, Result>
{
    private const int Most = 100;

    private static readonly Error NotFound = Error.NotFound("payment-call.not-found", "There is no such call.");

    private static readonly Error NotWaiting = Error.Conflict(
        "payment-call.not-waiting", "This call is made already, or was refused for good.");

    public async ValueTask<Result<IReadOnlyList<PaymentCall>>> Handle(ListPaymentCalls query, CancellationToken cancellationToken)
    {
        var waiting = await ReadAsync(
            db.PaymentCommands.Where(c => c.State == PaymentCommandState.New && c.LastError != null), cancellationToken);
        var refused = await ReadAsync(db.PaymentCommands.Where(c => c.State == PaymentCommandState.Failed), cancellationToken);
        return Result<IReadOnlyList<PaymentCall>>.Success([.. waiting, .. refused]);
    }

    public async ValueTask<Result> Handle(RetryPaymentCall command, CancellationToken cancellationToken)
    {
        var row = await db.PaymentCommands.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
        if (row is null) return NotFound;
        if (row.State != PaymentCommandState.New) return NotWaiting;
        row.DueAtUtc = clock.GetUtcNow().UtcDateTime;
        audit.Note(db, "payment-call.retried", "payment-call", row.Id.Length > 64 ? row.Id[..64] : row.Id, row.Kind.ToString());
        return Result.Success();
    }

    private static Task<List<PaymentCall>> ReadAsync(IQueryable<PaymentCommand> calls, CancellationToken cancellation) =>
        calls.AsNoTracking().OrderByDescending(c => c.CreatedAtUtc).ThenBy(c => c.Id).Take(Most)
            .Select(c => new PaymentCall(
                c.Id, c.Kind.ToString(), c.Reference, c.State == PaymentCommandState.Failed, c.CreatedAtUtc, c.DueAtUtc,
                c.Attempts, c.LastError)).ToListAsync(cancellation);
}
