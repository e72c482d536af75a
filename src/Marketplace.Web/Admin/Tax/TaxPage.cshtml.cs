using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Money.Tax;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Tax;

/// <summary>The table of tax rates: by country, region and kind of goods.</summary>
public sealed class TaxPage(ISender sender, ISettings settings, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public RateInput Input { get; set; } = new();

    public IReadOnlyList<TaxRateView> Rates { get; private set; } = [];

    /// <summary>Where the platform sells and no rate is set: checkout there adds no tax.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public IReadOnlyList<Choice> Countries { get; private set; } = [];

    /// <summary>The rate in the form; null where the form adds one.</summary>
    public TaxRateView? Edited { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? edit, string? country)
    {
        if (await ReadAsync(edit) is { } error) return this.Refused(error);
        Input.Country = country;
        if (Edited is { } rate)
            Input = new RateInput
            {
                Id = rate.Id, Country = rate.Country, Region = rate.Region, TaxCode = rate.TaxCode, Name = rate.Name,
                Rate = Percent.Type(rate.RateBps, CultureInfo.CurrentCulture), PriceIncludesTax = rate.PriceIncludesTax,
                Collector = rate.Collector,
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Percent.Parse(Input.Rate, CultureInfo.CurrentCulture) is not { } bps)
            return await AgainAsync(Error.InvalidField("tax.rate", nameof(Input.Rate), words["A percentage, like 21 or 5.5."]));
        var saved = await sender.Send(
            new SetTaxRate(
                Input.Country ?? "", (Input.Region ?? "").Trim().ToUpperInvariant(), Input.TaxCode ?? "", Input.Name ?? "", bps,
                Input.PriceIncludesTax, Input.Collector), HttpContext.RequestAborted);
        if (!saved.Ok) return await AgainAsync(saved.Error);
        this.Say(words["The rate holds for orders from now on."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(string? id)
    {
        var done = await sender.Send(new RemoveTaxRate(id ?? ""), HttpContext.RequestAborted);
        if (!done.Ok) return this.Refused(done.Error);
        this.Say(words["The rate has ended. Orders placed keep their tax."]);
        return RedirectToPage();
    }

    public string CodeWords(string code) => code switch
    {
        TaxCodes.Standard => words["Standard"],
        TaxCodes.Reduced => words["Reduced"],
        TaxCodes.Food => words["Food"],
        TaxCodes.Books => words["Books"],
        TaxCodes.Plants => words["Plants"],
        TaxCodes.Clothing => words["Clothing"],
        TaxCodes.Shipping => words["Shipping"],
        TaxCodes.Exempt => words["Exempt"],
        _ => code,
    };

    private async Task<IActionResult> AgainAsync(Error wrong)
    {
        if (wrong.Fields is { } fields && fields.TryGetValue(nameof(SetTaxRate.RateBps), out var rate))
            wrong = Error.InvalidField(wrong.Code, nameof(Input.Rate), rate[0]);
        return await ReadAsync(Input.Id) is { } error ? this.Refused(error) : this.Again(wrong);
    }

    private async Task<Error?> ReadAsync(string? edit)
    {
        var rates = await sender.Send(new ListTaxRates(), HttpContext.RequestAborted);
        if (!rates.Ok) return rates.Error;
        var platform = await settings.GetAsync(HttpContext.RequestAborted);
        Rates = rates.Value;
        Missing = [.. platform.Countries.Where(c => !Rates.Any(r => r.Country == c))];
        Countries =
        [
            .. platform.Countries.Union(Rates.Select(r => r.Country))
                .Select(c => new Choice(c, MarketShell.CountryName(c))).OrderBy(c => c.Text, StringComparer.CurrentCulture),
        ];
        Edited = edit is null ? null : Rates.FirstOrDefault(r => r.Id == edit);
        return null;
    }
}

public sealed class RateInput
{
    public string? Id { get; set; }
    public string? Country { get; set; }
    public string? Region { get; set; }
    public string? TaxCode { get; set; } = TaxCodes.Standard;
    public string? Name { get; set; }
    public string? Rate { get; set; }
    public bool PriceIncludesTax { get; set; }
    public TaxCollector Collector { get; set; }
}
