using System.Globalization;
using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Settings;

/// <summary>How the marketplace is run: its name, where and in what it sells, its clocks, its legal texts.</summary>
public sealed class SettingsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    public IReadOnlyList<LegalText> Texts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Input;
        var saved = await sender.Send(new UpdateSettings(typed.ToValues()), HttpContext.RequestAborted);
        if (!saved.Ok) return await AgainAsync(saved.Error, typed);
        this.Say(words["Saved. Every page follows within a second."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTextAsync(LegalTextKind kind, string? text)
    {
        var published = await sender.Send(new PublishLegalText(kind, text ?? ""), HttpContext.RequestAborted);
        if (!published.Ok) return await AgainAsync(new Error(published.Error.Code, published.Error.Message, published.Error.Kind), null);
        this.Say(words["The new version is published; the old ones are kept."]);
        return RedirectToPage();
    }

    public LegalText? TextOf(LegalTextKind kind) => Texts.FirstOrDefault(text => text.Kind == kind);

    public string Title(LegalTextKind kind) => kind switch
    {
        LegalTextKind.Terms => words["Terms for buyers"],
        LegalTextKind.SellerTerms => words["Terms for sellers"],
        LegalTextKind.Privacy => words["Privacy"],
        LegalTextKind.Imprint => words["Imprint"],
    };

    /// <summary>A rule of one code in a list (<c>Values.Countries[2]</c>) is shown at the list's field.</summary>
    private async Task<IActionResult> AgainAsync(Error wrong, SettingsInput? typed)
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        if (typed is not null) Input = typed;
        var fields = wrong.Fields?.GroupBy(field => field.Key.Replace("Values.", "", StringComparison.Ordinal)
                .Replace("CommissionTaxBps", "CommissionTax", StringComparison.Ordinal).Split('[')[0])
            .ToDictionary(group => group.Key, group => group.SelectMany(field => field.Value).ToArray());
        return this.Again(wrong with { Fields = fields });
    }

    private async Task<Error?> ReadAsync()
    {
        var found = await sender.Send(new GetSettings(), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        Texts = found.Value.Texts;
        Input = SettingsInput.Of(found.Value.Settings);
        return null;
    }
}

/// <summary>The settings as their form has them: lists are codes apart by blanks or commas.</summary>
public sealed class SettingsInput
{
    public string? Name { get; set; }
    public string? SupportEmail { get; set; }
    public string? Countries { get; set; }
    public string? Currencies { get; set; }
    public string? Locales { get; set; }
    public int HoldDays { get; set; }
    public int AcceptHours { get; set; }
    public int ShipGraceDays { get; set; }
    public int TransitGraceDays { get; set; }
    public string? HomeCountry { get; set; }

    public bool TakesPrivateSellers { get; set; }

    /// <summary>In percent, as it was typed.</summary>
    public string? CommissionTax { get; set; }

    public static SettingsInput Of(PlatformSettings now) => new()
    {
        Name = now.Name, SupportEmail = now.SupportEmail, Countries = string.Join(", ", now.Countries),
        Currencies = string.Join(", ", now.Currencies), Locales = string.Join(", ", now.Locales), HoldDays = now.HoldDays,
        AcceptHours = now.AcceptHours, ShipGraceDays = now.ShipGraceDays, TransitGraceDays = now.TransitGraceDays,
        HomeCountry = now.HomeCountry, TakesPrivateSellers = now.TakesPrivateSellers,
        CommissionTax = Percent.Type(now.CommissionTaxBps, CultureInfo.CurrentCulture),
    };

    public PlatformValues ToValues() => new(
        Name ?? "", (SupportEmail ?? "").Trim(), TypedList.Of(Countries?.ToUpperInvariant()), TypedList.Of(Currencies?.ToUpperInvariant()),
        TypedList.Of(Locales), HoldDays, AcceptHours, ShipGraceDays, TransitGraceDays,
        (HomeCountry ?? "").Trim().ToUpperInvariant(),
        // What is no percentage is refused like one that is too high.
        string.IsNullOrWhiteSpace(CommissionTax) ? 0 : Percent.Parse(CommissionTax, CultureInfo.CurrentCulture) ?? -1,
        TakesPrivateSellers);
}
