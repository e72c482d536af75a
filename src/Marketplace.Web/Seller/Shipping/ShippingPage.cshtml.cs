using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Shipping;

/// <summary>Where the seller sends to, how, for how much and how long it takes.</summary>
public sealed class ShippingPage(ISender sender, ISettings settings, IStringLocalizer<Words> words) : PageModel
{
    [FromRoute]
    public string Seller { get; set; } = "";

    public ShippingSettings Shipping { get; private set; } = null!;

    public IReadOnlyList<string> Currencies { get; private set; } = [];

    public IReadOnlyList<Choice> Countries { get; private set; } = [];

    public static IReadOnlyList<Choice> Hours { get; } =
        [.. Enumerable.Range(8, 16).Select(h => new Choice(h.ToString(CultureInfo.InvariantCulture), $"{h:00}:00"))];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ?? Page();

    public async Task<IActionResult> OnPostProfileAsync(string? fromCountry, int from, int to, int? cutOff) => After(
        await sender.Send(new SaveShippingProfile(fromCountry ?? "", from, to, cutOff), HttpContext.RequestAborted), words["Saved."]);

    public async Task<IActionResult> OnPostZoneAsync(string? zoneId, string? name, string? places)
    {
        var saved = await sender.Send(new SaveShippingZone(zoneId, name ?? "", Places(places)), HttpContext.RequestAborted);
        return After(saved.Bare, words["Saved."]);
    }

    public async Task<IActionResult> OnPostDropZoneAsync(string zoneId) => After(
        await sender.Send(new DeleteShippingZone(zoneId), HttpContext.RequestAborted), words["The zone is gone."]);

    public async Task<IActionResult> OnPostDropMethodAsync(string methodId) => After(
        await sender.Send(new DeleteShippingMethod(methodId), HttpContext.RequestAborted), words["The method is gone."]);

    public async Task<IActionResult> OnPostMethodAsync(MethodInput input)
    {
        var rates = input.Rates(CultureInfo.CurrentCulture);
        if (!rates.Ok) return After(rates.Error, "");
        var saved = await sender.Send(
            new SaveShippingMethod(
                input.MethodId, input.ZoneId ?? "", input.Name ?? "", input.CarrierCode is { Length: > 0 } code ? code : null,
                input.From, input.To, input.IsActive, rates.Value), HttpContext.RequestAborted);
        return After(saved.Bare, words["Saved."]);
    }

    public async Task<IActionResult> OnPostPickupAsync(PickupInput input)
    {
        var saved = await sender.Send(
            new SaveShippingMethod(
                input.MethodId, input.ZoneId ?? "", input.Name ?? "", null, null, null, input.IsActive, [], new PickupPlace(
                    (input.Line1 ?? "").Trim(), (input.Postcode ?? "").Trim(), (input.City ?? "").Trim(), input.Country ?? "",
                    (input.Hours ?? "").Trim())), HttpContext.RequestAborted);
        return After(saved.Bare, words["Saved."]);
    }

    private static List<string> Places(string? text) =>
        [.. (text ?? "").ToUpperInvariant().Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    private LocalRedirectResult After(Result done, string said)
    {
        if (done.Ok) this.Say(said);
        else this.Say(words.Refusal(done.Error.Message), Tone.Warn);
        return LocalRedirect($"/seller/{Seller}/shipping");
    }

    private async Task<IActionResult?> ReadAsync()
    {
        var found = await sender.Send(new GetShippingSettings(), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        var platform = await settings.GetAsync(HttpContext.RequestAborted);
        (Shipping, Currencies) = (found.Value, platform.Currencies);
        Countries = [.. platform.Countries.Select(c => new Choice(c, MarketShell.CountryName(c)))
            .OrderBy(c => c.Text, StringComparer.CurrentCulture)];
        return null;
    }
}

/// <summary>Where buyers fetch goods, as the form has it.</summary>
public sealed class PickupInput
{
    public string? MethodId { get; set; }
    public string? ZoneId { get; set; }
    public string? Name { get; set; }
    public string? Line1 { get; set; }
    public string? Postcode { get; set; }
    public string? City { get; set; }
    public string? Country { get; set; }
    public string? Hours { get; set; }
    public bool IsActive { get; set; }
}

/// <summary>A method as its form has it: one line of text for each currency, bands apart by semicolons.</summary>
public sealed class MethodInput
{
    public string? MethodId { get; set; }
    public string? ZoneId { get; set; }
    public string? Name { get; set; }
    public string? CarrierCode { get; set; }
    public int? From { get; set; }
    public int? To { get; set; }
    public bool IsActive { get; set; }

    /// <summary>By currency: a price (<c>3.95</c>), or bands of kilograms and prices (<c>2: 3.95; 10: 6.95; 12.00</c>).</summary>
    public Dictionary<string, string?> Price { get; set; } = [];

    public Dictionary<string, string?> FreeFrom { get; set; } = [];

    /// <summary>The rates, or what could not be read: <c>shipping.rates</c>.</summary>
    public Result<IReadOnlyList<CurrencyRates>> Rates(CultureInfo culture)
    {
        List<CurrencyRates> rates = [];
        foreach (var (currency, text) in Price.Where(p => !string.IsNullOrWhiteSpace(p.Value)))
        {
            List<WeightBand> bands = [];
            foreach (var band in text!.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var parts = band.Split(':', 2, StringSplitOptions.TrimEntries);
                if (Amount.Parse(parts[^1], currency, culture) is not { } price) return Unread($"“{band}” is not a price in {currency}.");
                if (parts.Length == 1) bands.Add(new WeightBand(null, price.Minor));
                else if (decimal.TryParse(parts[0], NumberStyles.Number, culture, out var kilograms) && kilograms is > 0 and < 1000)
                    bands.Add(new WeightBand((int)(kilograms * 1000), price.Minor));
                else return Unread($"“{parts[0]}” is not a weight in kilograms.");
            }

            var free = FreeFrom.GetValueOrDefault(currency);
            if (!string.IsNullOrWhiteSpace(free) && Amount.Parse(free, currency, culture) is null)
                return Unread($"“{free}” is not an amount in {currency}.");
            rates.Add(new CurrencyRates(currency, Amount.Parse(free, currency, culture)?.Minor, bands));
        }

        return rates;
    }

    private static Error Unread(string why) => Error.Invalid("shipping.rates", why);

    /// <summary>Bands in the form's own words, to be read back by <see cref="Rates"/>.</summary>
    public static string Text(CurrencyRates rates, CultureInfo culture) => string.Join("; ", rates.Bands.Select(b =>
    {
        var price = new Amount(b.AmountMinor, rates.CurrencyCode).ToMajor().ToString(culture);
        return b.UpToGrams is { } grams ? $"{(grams / 1000m).ToString(culture)}: {price}" : price;
    }));
}
