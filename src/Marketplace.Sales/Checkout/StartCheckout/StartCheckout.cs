using FluentValidation;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Cart;
using Mediator;

namespace Marketplace.Sales.Checkout.StartCheckout;

/// <summary>
/// First phase of checkout, one transaction: lock the cart, price it anew, hold that against the total the buyer saw,
/// reserve the stock, draft the order and ask for its payment. Then <see cref="OpenPaymentPage"/>; the buyer pays;
/// <see cref="FinalizeOrder"/> or <see cref="ExpireCheckout"/>.
/// Errors: <c>checkout.empty-cart</c>, <c>checkout.items-unavailable</c>, <c>checkout.total-changed</c>,
/// <c>checkout.already-open</c>, <c>checkout.below-minimum</c>.
/// </summary>
/// <param name="ExpectedTotalMinor">The total on the button that the buyer pressed.</param>
/// <param name="Changes">What the buyer agreed to leave out or to take less of.</param>
/// <param name="SiteUrl">Scheme and host that the payment page leads back to.</param>
/// <param name="ReturnsByLink">
/// It leads back by the order's link, for a buyer whose browser does not know the cart: a program filled it.
/// </param>
[Buyer]
public sealed record StartCheckout(
    string? IdempotencyKey, long ExpectedTotalMinor, string CurrencyCode, CheckoutDetails Details,
    IReadOnlyList<LineChange> Changes, string Locale, string SiteUrl, bool ReturnsByLink = false)
    : ICommand<Result<StartedCheckout>>, IPlatformTransaction, IIdempotent;

/// <param name="IsResumed">The same basket was already at the payment page: it is the same order.</param>
public sealed record StartedCheckout(string OrderId, bool IsResumed);

internal sealed class StartCheckoutValidator : AbstractValidator<StartCheckout>
{
    public StartCheckoutValidator()
    {
        RuleFor(c => c.Details).SetValidator(new CheckoutDetailsValidator());
        RuleFor(c => c.Changes).Must(c => c.Count <= 80 && c.All(x => x.Quantity is >= 0 and <= 99))
            .WithMessage("Choose quantities from 0 to 99.");
        RuleFor(c => c.IdempotencyKey).MaximumLength(64);
        RuleFor(c => c.SiteUrl).Matches("^https?://[^/]+$").MaximumLength(200);
        RuleFor(c => c.Locale).NotEmpty().MaximumLength(12);
    }
}
