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
        RuleFor(d => d.Phone).Matches(@"^[0-9 +()/.\-]{5,40}$").When(d => !string.IsNullOrWhiteSpace(d.Phone))
            .WithMessage("A phone number has digits, spaces and + only.");
        RuleFor(d => d.ShipTo.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the name on the parcel.")
            .MaximumLength(120).WithMessage("A name has at most 120 characters.");
        RuleFor(d => d.ShipTo.Line1).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter street and house number.")
            .MaximumLength(160).WithMessage("Street and house number have at most 160 characters.");
        RuleFor(d => d.ShipTo.Line2).MaximumLength(160).WithMessage("This line has at most 160 characters.");
        RuleFor(d => d.ShipTo.Company).MaximumLength(120).WithMessage("A company's name has at most 120 characters.");
        RuleFor(d => d.ShipTo.City).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the town.")
            .MaximumLength(100).WithMessage("A town's name has at most 100 characters.");
        RuleFor(d => d.ShipTo.Country).Matches("^[A-Z]{2}$").WithMessage("Choose the country.");
        RuleFor(d => d.ShipTo.Region).NotEmpty().When(d => Postcodes.NeedsRegion(d.ShipTo.Country))
            .WithMessage("Choose the state; tax and delivery depend on it.");
        RuleFor(d => d.ShipTo.Region).MaximumLength(60).WithMessage("A region's name has at most 60 characters.");
        RuleFor(d => d.ShipTo.Postcode).Custom((postcode, context) =>
        {
            if (Postcodes.Complaint(context.InstanceToValidate.ShipTo.Country, postcode) is { } complaint)
                context.AddFailure("ShipTo.Postcode", complaint);
        });
    }
}
