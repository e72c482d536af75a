using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Vat;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Sellers;

/// <summary>
/// Who the contract is with; shown to buyers because the law says so. What is kept is complete: nothing can be
/// published before (DSA art. 30). Errors: seller.private-not-taken, seller.no-register, seller.vat-form,
/// seller.vat-unknown-form, seller.vat-digit.
/// </summary>
/// <param name="VatId">As typed: blanks and missing country letters are mended. Empty for those who have none.</param>
/// <param name="Certifies">Promises to offer only goods that the law of the European Union allows.</param>
[Seller(SellerPermissions.Settings)]
public sealed record UpdateTrader(
    TraderKind? Kind, string LegalName, string Line1, string Line2, string City, string Region, string Postcode,
    string Country, string Email, string Phone, string RegisterName, string RegisterNumber, string VatId, bool Certifies)
    : ICommand<Result>, ISellerTransaction;

internal sealed class UpdateTraderValidator : AbstractValidator<UpdateTrader>
{
    public UpdateTraderValidator()
    {
        RuleFor(t => t.Kind).NotNull().IsInEnum().WithMessage("Choose what you are; it decides what buyers must know.");
        RuleFor(t => t.LegalName).NotEmpty().MaximumLength(120).WithMessage("The company's or your own full name.");
        RuleFor(t => t.Line1).NotEmpty().MaximumLength(120).WithMessage("Street and number.");
        RuleFor(t => t.Line2).NotNull().MaximumLength(120).WithMessage("At most 120 characters.");
        RuleFor(t => t.City).NotEmpty().MaximumLength(80).WithMessage("The city.");
        RuleFor(t => t.Region).NotNull().MaximumLength(80).WithMessage("At most 80 characters.");
        RuleFor(t => t.Postcode).NotEmpty().MaximumLength(16).WithMessage("The postcode.");
        RuleFor(t => t.Country).Matches("^[A-Z]{2}$").WithMessage("Choose a country.");
        RuleFor(t => t.Email).Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
        RuleFor(t => t.Phone).Matches(@"^\+[0-9 ()./-]{6,39}$").WithMessage("A phone number with country code, as +31 20 123 4567.");
        RuleFor(t => t.RegisterName).NotNull().MaximumLength(60).WithMessage("At most 60 characters.");
        RuleFor(t => t.RegisterNumber).NotNull().MaximumLength(60).WithMessage("At most 60 characters.");
        RuleFor(t => t.VatId).NotNull().MaximumLength(40).WithMessage("Letters and digits, at most 20.");
        RuleFor(t => t.Certifies).Equal(true).WithMessage("Without this promise nothing can be sold: the law asks for it.");
    }
}

internal sealed class UpdateTraderHandler(OwnProfile own, ISettings settings, TimeProvider clock)
    : ICommandHandler<UpdateTrader, Result>
{
    public async ValueTask<Result> Handle(UpdateTrader command, CancellationToken cancellationToken)
    {
        var vat = VatIds.Read(command.VatId, command.Country);
        if (await WrongAsync(command, vat, cancellationToken) is { } error) return error;
        var now = clock.GetUtcNow().UtcDateTime;
        return await own.ChangeAsync("trader", profile =>
        {
            profile.CertifiedAtUtc ??= now;
            profile.Trader = new TraderIdentity
            {
                Kind = command.Kind, LegalName = command.LegalName.Trim(), Line1 = command.Line1.Trim(),
                Line2 = command.Line2.Trim(), City = command.City.Trim(), Region = command.Region.Trim(),
                Postcode = command.Postcode.Trim(), Country = command.Country, Email = command.Email,
                Phone = command.Phone.Trim(), RegisterName = command.RegisterName.Trim(),
                RegisterNumber = command.RegisterNumber.Trim(), VatId = vat.Value,
            };
        }, cancellationToken);
    }

    private async ValueTask<Error?> WrongAsync(UpdateTrader command, VatReading vat, CancellationToken cancellation)
    {
        if (command.Kind == TraderKind.Private && !(await settings.GetAsync(cancellation)).TakesPrivateSellers)
            return SellerErrors.PrivateNotTaken;
        var isRegistered = !string.IsNullOrWhiteSpace(command.RegisterName) && !string.IsNullOrWhiteSpace(command.RegisterNumber);
        if (command.Kind == TraderKind.Company && !isRegistered) return SellerErrors.NoRegister;
        return vat.Fault switch
        {
            VatFault.None => null,
            VatFault.Digit => SellerErrors.VatDigit,
            VatFault.Form => vat.Rule is { } rule ? SellerErrors.VatForm(rule.Example) : SellerErrors.VatUnknownForm,
        };
    }
}
