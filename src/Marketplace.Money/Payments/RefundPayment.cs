using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Settlement;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Sends money back to the buyer: of one seller's part of an order (its breakdown says from whose money), or, without
/// a part, everything that came for an order which was never fulfilled. Books it and writes the call to Stripe, in the
/// caller's transaction; <see cref="RefundCompleted"/> or <see cref="RefundFailed"/> tells how it ended. The same
/// <paramref name="RefundId"/> again changes nothing. Fails with <c>refund.not-paid</c>,
/// <c>refund.exceeds-captured</c>, <c>refund.exceeds-share</c>, <c>refund.already-transferred</c>,
/// <c>refund.transfer-running</c>, <c>refund.already-sold</c>.
/// </summary>
[Internal]
public sealed record RefundPayment(
    string RefundId, string OrderId, string? SellerOrderId, string? TenantId, RefundBreakdown? Breakdown, string Reason)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class RefundPaymentValidator : AbstractValidator<RefundPayment>
{
    public RefundPaymentValidator()
    {
        RuleFor(m => m.Reason).NotEmpty().WithMessage("Say why the money goes back.").MaximumLength(200);
        RuleFor(m => m.Breakdown).NotNull().When(m => m.SellerOrderId is not null)
            .WithMessage("A refund of a part says from whose money it comes.");
        RuleFor(m => m.Breakdown).Null().When(m => m.SellerOrderId is null)
            .WithMessage("A refund without a part is of the whole order.");
    }
}

internal sealed class RefundPaymentHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<RefundPayment, Result>
{
    private static readonly Error NotPaid = Error.Conflict("refund.not-paid", "This order was not paid; there is nothing to send back.");

    private static readonly Error ExceedsCaptured = Error.Refused(
        "refund.exceeds-captured", "Together with earlier refunds this is more than the buyer paid.");

    public async ValueTask<Result> Handle(RefundPayment command, CancellationToken cancellationToken)
    {
        if (await db.PaymentRefunds.AnyAsync(r => r.Id == command.RefundId, cancellationToken)) return Result.Success();
        var payment = await db.Payments.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == command.OrderId, cancellationToken);
        if (payment is not { State: PaymentState.Succeeded, PaymentIntentId: { } intent }) return NotPaid;

        var amount = command.Breakdown?.BuyerMinor ?? payment.ReceivedMinor;
        if (amount <= 0 || !Currency.Of(payment.CurrencyCode).IsWholeQuanta(amount))
            return Error.Invalid("refund.amount", "A refund is a positive amount in whole steps of its currency.");
        if (!await db.Payments.ReserveRefundAsync(command.OrderId, amount, cancellationToken)) return ExceedsCaptured;

        var booked = command is { SellerOrderId: { } part, Breakdown: { } parts }
            ? await sender.Send(new PostRefund(command.RefundId, command.OrderId, part, parts), cancellationToken)
            : await sender.Send(
                new PostUnfulfilledRefund(command.RefundId, command.OrderId, payment.CurrencyCode, amount), cancellationToken);
        if (!booked.Ok) return booked;

        Add(command, payment, intent, amount);
        return Result.Success();
    }

    private void Add(RefundPayment command, Payment payment, string intent, long amountMinor)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new PaymentRefund
        {
            Id = command.RefundId, OrderId = command.OrderId, SellerOrderId = command.SellerOrderId,
            TenantId = command.TenantId, CurrencyCode = payment.CurrencyCode, AmountMinor = amountMinor,
            Reason = command.Reason, RequestedAtUtc = now,
            Breakdown = command.Breakdown is null ? null : JsonColumn.Write(command.Breakdown),
        });
        db.Add(NewCommand.Of(
            PaymentCommandKind.Refund, command.RefundId, 1, command.TenantId, now,
            new RefundToMake(command.RefundId, intent, amountMinor, command.OrderId)));
    }
}

internal static class RefundReserve
{
    /// <summary>Two refunds at once stand in line at the payment's row: together they never exceed what was paid.</summary>
    public static async Task<bool> ReserveRefundAsync(
        this DbSet<Payment> payments, string orderId, long amountMinor, CancellationToken cancellation) => await payments
        .Where(p => p.Id == orderId && p.RefundedMinor + amountMinor <= p.ReceivedMinor)
        .ExecuteUpdateAsync(s => s.SetProperty(p => p.RefundedMinor, p => p.RefundedMinor + amountMinor)
            .SetProperty(p => p.Version, p => p.Version + 1), cancellation) > 0;
}
