using FluentValidation;
using Marketplace.Sales.Contracts;

namespace Marketplace.Sales.Checkout;

/// <summary>Says beside each field of an address what is wrong and how to mend it.</summary>
internal sealed class AddressValidator : AbstractValidator<Address>
{
    public AddressValidator()
    {
        RuleFor(a => a.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the name on the parcel.")
            .MaximumLength(120).WithMessage("A name has at most 120 characters.");
        RuleFor(a => a.Line1).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter street and house number.")
            .MaximumLength(160).WithMessage("Street and house number have at most 160 characters.");
        RuleFor(a => a.Line2).MaximumLength(160).WithMessage("This line has at most 160 characters.");
        RuleFor(a => a.Company).MaximumLength(120).WithMessage("A company's name has at most 120 characters.");
        RuleFor(a => a.City).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the town.")
            .MaximumLength(100).WithMessage("A town's name has at most 100 characters.");
        RuleFor(a => a.Country).Must(c => c is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']).WithMessage("Choose the country.");
        RuleFor(a => a.Region).NotEmpty().When(a => a.Country is not null && Postcodes.NeedsRegion(a.Country))
            .WithMessage("Choose the state; tax and delivery depend on it.");
        RuleFor(a => a.Region).MaximumLength(60).WithMessage("A region's name has at most 60 characters.");
        RuleFor(a => a.Postcode).Custom((postcode, context) =>
        {
            var country = context.InstanceToValidate.Country;
            if (country is not null && Postcodes.Complaint(country, postcode) is { } complaint) context.AddFailure(complaint);
        });
    }
}

internal static class PhoneRule
{
    public static IRuleBuilderOptions<T, string?> IsPhone<T>(this IRuleBuilder<T, string?> phone) => phone
        .Must(p => string.IsNullOrWhiteSpace(p) || System.Text.RegularExpressions.Regex.IsMatch(
            p, @"^[0-9 +()/.\-]{5,40}$", System.Text.RegularExpressions.RegexOptions.NonBacktracking))
        .WithMessage("A phone number has digits, spaces and + only.");
}
