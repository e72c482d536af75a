using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Plans;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Search;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Market;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.Sell;

/// <summary>
/// Why to sell here, what it costs by the rules in force, and the application. Who is not signed in makes an account or
/// logs in first and finds what they typed when they come back.
/// </summary>
public sealed class SellPageModel(
    ISender sender, ISettings settings, ICurrentMarket market, CurrentPerson current, IOptions<PlatformOptions> platform,
    IStringLocalizer<Words> words) : PageModel
{
    private const int ShopsShown = 3;

    [BindProperty]
    public ApplyInput Input { get; set; } = new();

    public SellingCosts Costs { get; private set; } = null!;

    /// <summary>Categories with a commission of their own, by name.</summary>
    public IReadOnlyList<(string Name, int CommissionBps)> Categories { get; private set; } = [];

    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    public IReadOnlyList<Choice> Countries { get; private set; } = [];

    public SellersPage Shops { get; private set; } = new([], 0, 1, ShopsShown);

    /// <summary>Shops and applications of who is signed in.</summary>
    public IReadOnlyList<MyShop> Mine { get; private set; } = [];

    public PlatformSettings Platform { get; private set; } = null!;

    public bool IsSignedIn => current.Person is not null;

    public string Address => platform.Value.Authority + "/s/";

    public string Canonical => platform.Value.Url + "/sell";

    public string Currency => market.Market.CurrencyCode;

    /// <summary>A round sale as an example: a hundred, or ten thousand of what has no cents.</summary>
    public long ExampleMinor => Known.Exponent == 0 ? 10_000 : 100 * Known.MinorPerMajor;

    public long ExampleCommissionMinor => Allocation.BasisPoints(ExampleMinor, Costs.CommissionBps, Known.QuantumMinor);

    private Kernel.Values.Currency Known => Kernel.Values.Currency.Of(Currency);

    public async Task<IActionResult> OnGetAsync(string? name, string? country, string? slug)
    {
        Input = new ApplyInput { Name = name, Country = country ?? market.Market.Country, Slug = slug };
        return await ReadAsync() is { } error ? this.Refused(error) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsSignedIn) return LocalRedirect("/register?returnUrl=" + Uri.EscapeDataString(BackHere()));
        var applied = await sender.Send(
            new ApplyToSell(Input.Name ?? "", Input.Country ?? "", string.IsNullOrWhiteSpace(Input.Slug) ? null : Input.Slug),
            HttpContext.RequestAborted);
        if (!applied.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(applied.Error);
        this.Say(words["Your shop has a place. This list shows what is left until it opens."]);
        return LocalRedirect($"/seller/{applied.Value.Slug}/onboarding");
    }

    /// <summary>This page with what was typed, for the way through the login.</summary>
    public string BackHere() => string.IsNullOrEmpty(Input.Name) && string.IsNullOrEmpty(Input.Slug)
        ? "/sell#apply"
        : $"/sell?name={Escape(Input.Name)}&country={Escape(Input.Country)}&slug={Escape(Input.Slug)}#apply";

    private static string Escape(string? text) => Uri.EscapeDataString(text ?? "");

    private async Task<Error?> ReadAsync()
    {
        Platform = await settings.GetAsync(HttpContext.RequestAborted);
        Countries = [.. Platform.Countries.Select(c => new Choice(c, MarketShell.CountryName(c)))
            .OrderBy(c => c.Text, StringComparer.CurrentCulture)];
        var costs = await sender.Send(new GetSellingCosts(), HttpContext.RequestAborted);
        var tree = await sender.Send(new GetCategoryTree(), HttpContext.RequestAborted);
        var shops = await sender.Send(new ListSellersDirectory(PageSize: ShopsShown), HttpContext.RequestAborted);
        if ((costs.Error ?? tree.Error ?? shops.Error) is { } error) return error;
        Plans = (await sender.Send(new ListPlans(), HttpContext.RequestAborted)).Required();
        (Costs, Shops) = (costs.Required(), shops.Required());
        Categories = [.. Costs.Categories.Select(c => (Node: tree.Required().Find(c.CategoryId), c.CommissionBps))
            .Where(c => c.Node is { IsHidden: false })
            .Select(c => (c.Node!.NameIn(market.Market.Locale), c.CommissionBps))
            .OrderBy(c => c.Item1, StringComparer.CurrentCulture)];
        if (!IsSignedIn) return null;
        var mine = await sender.Send(new ListMyShops(), HttpContext.RequestAborted);
        Mine = mine.Value ?? [];
        return mine.Error;
    }

    public sealed class ApplyInput
    {
        public string? Name { get; set; }
        public string? Country { get; set; }
        public string? Slug { get; set; }
    }
}
