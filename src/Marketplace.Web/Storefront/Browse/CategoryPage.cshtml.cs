using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Storefront.Browse;

[OutputCache(PolicyName = ShopCache.Name)]
public sealed class CategoryPageModel(ISender sender, ICurrentMarket market, IOptions<PlatformOptions> platform) : PageModel
{
    public string Name { get; private set; } = "";

    public string? Lead { get; private set; }

    public string Description { get; private set; } = "";

    public string Canonical { get; private set; } = "";

    public IReadOnlyList<Link> Crumbs { get; private set; } = [];

    public IReadOnlyList<Link> Below { get; private set; } = [];

    public ResultsView Results { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var tree = (await sender.Send(new GetCategoryTree(), HttpContext.RequestAborted)).Required();
        if (tree.FindBySlug(slug) is not { } category) return NotFound();
        if (category.Slug != slug) return RedirectPermanent($"/c/{category.Slug}{Request.QueryString}");

        var query = new ListingQuery(Request, market.Market);
        var found = await sender.Send(
            query.ToMessage(market.Market) with { CategoryId = category.Id }, HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);

        var locale = market.Market.Locale;
        Name = category.NameIn(locale);
        Lead = category.Description is "" ? null : category.Description;
        Description = Lead ?? $"{Name}: {string.Join(", ", found.Value.Hits.Take(4).Select(hit => hit.Title))}";
        Canonical = $"{platform.Value.Url}/c/{category.Slug}";
        Crumbs = [.. tree.PathTo(category.Id).Select(node =>
            new Link(node.NameIn(locale), node.Id == category.Id ? null : $"/c/{node.Slug}"))];
        Below = [.. tree.ChildrenOf(category.Id).Where(child => !child.IsHidden)
            .Select(child => new Link(child.NameIn(locale), $"/c/{child.Slug}"))];
        Results = new ResultsView(query, found.Value, market.Market.CurrencyCode)
        {
            Settled = new HashSet<string> { FacetKeys.Category },
            EmptyText = "Nothing here is sent to your country in your currency yet, or a filter is too narrow.",
        };
        return Page();
    }
}
