using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Asks for an order's money, in the transaction that makes the order: writes the payment and the call to Stripe that
/// <see cref="OpenPayment"/> makes after the commit. A repeat changes nothing.
/// </summary>
/// <param name="Lines">One per order line at its gross total, and one per seller's shipping; at most 100.</param>
/// <param name="ExpiresAtUtc">Stripe wants at least 30 minutes from its own call on, so add a minute or two.</param>
[Internal]
public sealed record RequestPayment(
    string OrderId, string BuyerId, string CurrencyCode, IReadOnlyList<CheckoutLine> Lines, string SuccessUrl,
    string CancelUrl, DateTime ExpiresAtUtc, string? BuyerEmail = null) : ICommand<Result>, IPlatformTransaction;

internal sealed class RequestPaymentValidator : AbstractValidator<RequestPayment>
{
    public const int MaximumLines = 100;

    public RequestPaymentValidator()
    {
        RuleFor(m => m.Lines).Must(l => l.Count is > 0 and <= MaximumLines)
            .WithMessage($"A payment has 1 to {MaximumLines} lines.");
        RuleForEach(m => m.Lines).Must(l => l.AmountMinor > 0).WithMessage("Each line of a payment costs something.");
        RuleForEach(m => m.Lines).Must((m, l) => Currency.Of(m.CurrencyCode).IsWholeQuanta(l.AmountMinor))
            .WithMessage("An amount is not a whole number of the currency's steps.");
    }
}

internal sealed class RequestPaymentHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<RequestPayment, Result>
{
    public async ValueTask<Result> Handle(RequestPayment command, CancellationToken cancellationToken)
    {
        if (await db.Payments.AnyAsync(p => p.Id == command.OrderId, cancellationToken)) return Result.Success();

        var currency = Currency.Of(command.CurrencyCode);
        var total = command.Lines.Sum(l => l.AmountMinor);
        if (total < currency.MinimumChargeMinor)
            return PaymentErrors.BelowMinimum(new Amount(currency.MinimumChargeMinor, currency.Code).ToString());

        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new Payment
        {
            Id = command.OrderId, BuyerId = command.BuyerId, CurrencyCode = command.CurrencyCode, AmountMinor = total,
            RequestedAtUtc = now, ExpiresAtUtc = command.ExpiresAtUtc,
        });
        db.Add(NewCommand.Of(PaymentCommandKind.OpenCheckout, command.OrderId, 1, null, now, new CheckoutToOpen(
            command.OrderId, command.CurrencyCode, command.Lines, command.SuccessUrl, command.CancelUrl,
            command.ExpiresAtUtc, command.BuyerEmail)));
        return Result.Success();
    }
}
