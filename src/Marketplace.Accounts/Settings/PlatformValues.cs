using System.Globalization;
using FluentValidation;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Values;

namespace Marketplace.Accounts.Settings;

/// <summary>What an operator decides about the platform, as the setup and the console send it.</summary>
public sealed record PlatformValues(
    string Name, string SupportEmail, IReadOnlyList<string> Countries, IReadOnlyList<string> Currencies,
    IReadOnlyList<string> Locales, int HoldDays, int AcceptHours = 48, int ShipGraceDays = 7, int TransitGraceDays = 3,
    string HomeCountry = "", int CommissionTaxBps = 0, bool TakesPrivateSellers = false)
{
    internal void CopyTo(PlatformSettings settings)
    {
        (settings.Name, settings.SupportEmail) = (MailAddress.OneLine(Name), SupportEmail);
        (settings.Countries, settings.Currencies, settings.Locales) = (Countries, Currencies, Locales);
        (settings.HoldDays, settings.AcceptHours) = (HoldDays, AcceptHours);
        (settings.ShipGraceDays, settings.TransitGraceDays) = (ShipGraceDays, TransitGraceDays);
        (settings.HomeCountry, settings.CommissionTaxBps) = (HomeCountry, CommissionTaxBps);
        settings.TakesPrivateSellers = TakesPrivateSellers;
    }
}

internal sealed class PlatformValuesValidator : AbstractValidator<PlatformValues>
{
    public PlatformValuesValidator()
    {
        RuleFor(v => v.Name).NotEmpty().MaximumLength(60).WithMessage("The marketplace's name, in at most 60 characters.");
        RuleFor(v => v.SupportEmail).Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
        RuleFor(v => v.Countries).Must(AreSome).WithMessage("At least one country, each once.");
        RuleForEach(v => v.Countries).Must(Kernel.Values.Countries.IsKnown)
            .WithMessage("'{PropertyValue}' is no country code like DE.");
        RuleFor(v => v.Currencies).Must(AreSome).WithMessage("At least one currency, each once.");
        RuleForEach(v => v.Currencies).Must(c => Currency.Find(c) is not null)
            .WithMessage("'{PropertyValue}' is no currency that this platform can count in.");
        RuleFor(v => v.Locales).Must(AreSome).WithMessage("At least one language, each once.");
        RuleForEach(v => v.Locales).Must(IsLocale).WithMessage("'{PropertyValue}' is no language like en-US.");
        RuleFor(v => v.HoldDays).InclusiveBetween(0, 60).WithMessage("Between 0 and 60 days.");
        RuleFor(v => v.AcceptHours).InclusiveBetween(1, 336).WithMessage("Between 1 hour and 14 days.");
        RuleFor(v => v.ShipGraceDays).InclusiveBetween(0, 60).WithMessage("Between 0 and 60 days.");
        RuleFor(v => v.HomeCountry).Must(c => c.Length == 0 || Kernel.Values.Countries.IsKnown(c))
            .WithMessage("'{PropertyValue}' is no country code like DE.");
        RuleFor(v => v.HomeCountry).NotEmpty().When(v => v.CommissionTaxBps > 0)
            .WithMessage("Say in which country you charge VAT on your commission.");
        RuleFor(v => v.CommissionTaxBps).InclusiveBetween(0, 3000).WithMessage("Between 0 and 30 percent.");
        RuleFor(v => v.TransitGraceDays).InclusiveBetween(0, 60).WithMessage("Between 0 and 60 days.");
    }

    private static bool AreSome(IReadOnlyList<string> codes) =>
        codes.Count is > 0 and <= 60 && codes.Distinct(StringComparer.Ordinal).Count() == codes.Count;

    private static bool IsLocale(string locale)
    {
        try
        {
            return locale.Length is >= 2 and <= 12 && !CultureInfo.GetCultureInfo(locale, predefinedOnly: true).IsNeutralCulture
                || locale.Length == 2;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
