using FluentValidation;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Sales.Shipping.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Shipping;

/// <summary>
/// Makes a delivery method of a zone, or changes the one named. Answers its id. Prices are in minor units, whole
/// quanta, one entry a currency; bands rise in weight and only the last may be open. Error <c>shipping.no-days</c>:
/// nothing was said and the carrier's usual days are not known.
/// </summary>
/// <param name="Pickup">The buyer fetches it there: no rates, no days on the way and no carrier are needed.</param>
/// <param name="TransitDaysMin">Both null: the carrier's usual days to the places of the zone.</param>
[Seller("shipping")]
public sealed record SaveShippingMethod(
    string? MethodId, string ZoneId, string Name, string? CarrierCode, int? TransitDaysMin, int? TransitDaysMax,
    bool IsActive, IReadOnlyList<CurrencyRates> Rates, PickupPlace? Pickup = null) : ICommand<Result<string>>, ISellerTransaction;

internal sealed class SaveShippingMethodValidator : AbstractValidator<SaveShippingMethod>
{
    public SaveShippingMethodValidator()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("Give the method a name, like \"Parcel\".")
            .MaximumLength(80).WithMessage("A method's name has at most 80 characters.");
        RuleFor(c => c.TransitDaysMin).InclusiveBetween(0, 90).WithMessage("A parcel travels 0 to 90 working days.");
        RuleFor(c => c.TransitDaysMax).InclusiveBetween(0, 90).WithMessage("A parcel travels 0 to 90 working days.");
        RuleFor(c => c.TransitDaysMax).GreaterThanOrEqualTo(c => c.TransitDaysMin).When(c => c.TransitDaysMin is not null)
            .WithMessage("The longest transit time is at least the shortest.");
        RuleFor(c => c.TransitDaysMax).Must((c, max) => max is null == c.TransitDaysMin is null)
            .WithMessage("Fill in both transit times, or leave both empty.");
        RuleFor(c => c.Rates).NotEmpty().When(c => c.Pickup is null).WithMessage("Enter a price in at least one currency.");
        RuleFor(c => c.Rates).Must(r => r.Count <= 20 && r.All(x => x.Bands.Count is > 0 and <= 20) && r.Sum(x => x.Bands.Count) <= 120)
            .WithMessage("A method has at most 20 currencies, each with 1 to 20 weight bands, and 120 bands in all.");
        RuleFor(c => c.Rates).Must(r => r.Select(x => x.CurrencyCode).Distinct().Count() == r.Count)
            .WithMessage("Each currency is named once.");
        RuleFor(c => c.Rates).Must(r => r.All(PricesAreWhole))
            .WithMessage("A price is zero or more, in the smallest steps of its currency.");
        RuleFor(c => c.Rates).Must(r => r.All(BandsRise))
            .WithMessage("Weights rise from band to band, and only the last band may be without a limit.");
        When(c => c.Pickup is not null, () =>
        {
            RuleFor(c => c.Pickup!.Line1).NotEmpty().MaximumLength(160).OverridePropertyName("Pickup.Line1")
                .WithMessage("Say where the goods are fetched: street and house number, at most 160 characters.");
            RuleFor(c => c.Pickup!.City).NotEmpty().MaximumLength(100).OverridePropertyName("Pickup.City")
                .WithMessage("Name the town, in at most 100 characters.");
            RuleFor(c => c.Pickup!.Postcode).NotNull().MaximumLength(20).OverridePropertyName("Pickup.Postcode");
            RuleFor(c => c.Pickup!.Country).Matches("^[A-Z]{2}$").OverridePropertyName("Pickup.Country")
                .WithMessage("A country is two letters, like NL.");
            RuleFor(c => c.Pickup!.Hours).NotEmpty().MaximumLength(200).OverridePropertyName("Pickup.Hours")
                .WithMessage("Say when it is open, in at most 200 characters.");
        });
    }

    private static bool PricesAreWhole(CurrencyRates rates) => Currency.Find(rates.CurrencyCode) is { } currency
        && rates.Bands.All(b => b.AmountMinor >= 0 && b.AmountMinor <= 1_000_000_000 && currency.IsWholeQuanta(b.AmountMinor))
        && rates.FreeFromMinor is null or (>= 0 and <= 100_000_000_000);

    private static bool BandsRise(CurrencyRates rates) =>
        rates.Bands.SkipLast(1).All(b => b.UpToGrams > 0)
        && rates.Bands.Zip(rates.Bands.Skip(1)).All(p => p.Second.UpToGrams is null || p.Second.UpToGrams > p.First.UpToGrams);
}

internal sealed class SaveShippingMethodHandler(SellerDb db, TimeProvider clock)
    : ICommandHandler<SaveShippingMethod, Result<string>>
{
    private const int MostMethods = 10;

    public async ValueTask<Result<string>> Handle(SaveShippingMethod command, CancellationToken cancellation)
    {
        var zone = await db.ShippingZones.SingleOrDefaultAsync(
            z => z.TenantId == db.TenantId && z.Id == command.ZoneId, cancellation);
        if (zone is null) return ShippingErrors.NoSuchZone;
        if (command.CarrierCode is { } code && !await db.Carriers.AnyAsync(c => c.Code == code, cancellation))
            return ShippingErrors.NoSuchCarrier;
        if (await DaysAsync(command, zone, cancellation) is not { } days) return ShippingErrors.NoDays;
        var methods = await db.ShippingMethods
            .Where(m => m.TenantId == db.TenantId && m.ZoneId == command.ZoneId).ToListAsync(cancellation);
        await SellerListingChanges.BumpAsync(db, db.TenantId, cancellation);
        if (command.MethodId is { } id)
        {
            if (methods.SingleOrDefault(m => m.Id == id) is not { } method) return ShippingErrors.NoSuchMethod;
            Change(method, command, days);
            return method.Id;
        }

        if (methods.Count >= MostMethods) return ShippingErrors.TooMany;
        var made = new ShippingMethod
        {
            TenantId = db.TenantId, Id = Ids.New(clock), ZoneId = command.ZoneId, Position = methods.Count + 1,
            Name = command.Name, TransitDaysMin = days.DaysMin, TransitDaysMax = days.DaysMax,
            Rates = command.Rates,
        };
        Change(made, command, days);
        db.Add(made);
        return made.Id;
    }

    private async Task<CarrierTransits.Span?> DaysAsync(SaveShippingMethod command, ShippingZone zone, CancellationToken cancellation)
    {
        if (command.Pickup is not null) return new CarrierTransits.Span(0, 0);
        if (command is { TransitDaysMin: { } min, TransitDaysMax: { } max }) return new CarrierTransits.Span(min, max);
        var from = await db.ShippingProfiles.Where(p => p.TenantId == db.TenantId).Select(p => p.FromCountry)
            .SingleOrDefaultAsync(cancellation);
        return CarrierTransits.Of(command.CarrierCode, from ?? "", zone.Places);
    }

    private static void Change(ShippingMethod method, SaveShippingMethod command, CarrierTransits.Span days)
    {
        (method.Name, method.CarrierCode, method.IsActive) = (command.Name.Trim(), command.CarrierCode, command.IsActive);
        (method.TransitDaysMin, method.TransitDaysMax) = (days.DaysMin, days.DaysMax);
        (method.Rates, method.Pickup) = (command.Rates, command.Pickup);
    }
}
