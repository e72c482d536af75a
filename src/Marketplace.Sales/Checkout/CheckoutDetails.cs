using FluentValidation;
using Marketplace.Sales.Contracts;

namespace Marketplace.Sales.Checkout;

/// <summary>What the buyer types: once.</summary>
public sealed record CheckoutDetails
{
    public string Email { get; init; } = "";
    /// <summary>Optional; carriers ring it when they cannot find the door.</summary>
    public string? Phone { get; init; }
    public Address ShipTo { get; init; } = new();
}

/// <summary>Says beside each field what is wrong and how to mend it.</summary>
internal sealed class CheckoutDetailsValidator : AbstractValidator<CheckoutDetails>
{
    public CheckoutDetailsValidator()
    {
        RuleFor(d => d.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter your e-mail; the receipt and the tracking go there.")
            .MaximumLength(254).WithMessage("This e-mail is too long.")
            .Matches(@"^[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+$").WithMessage("An e-mail looks like name@example.org.");
        RuleFor(d => d.Phone).IsPhone();
        RuleFor(d => d.ShipTo).SetValidator(new AddressValidator());
    }
}
