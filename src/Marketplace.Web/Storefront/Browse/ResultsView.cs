using System.Globalization;
using Marketplace.Growth.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Kernel.Values;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Browse;

/// <summary>What the list of results shows: filters, chips of what is chosen, tiles, pages.</summary>
public sealed record ResultsView(ListingQuery Query, ListingPage Page, string CurrencyCode)
{
    /// <summary>Keys that this page settles by its address and that are no choice here (its own category, its shop).</summary>
    public IReadOnlySet<string> Settled { get; init; } = new HashSet<string>();

    public string EmptyText { get; init; } = "Try fewer words, another spelling, or take a filter away.";

    public IEnumerable<FacetView> Facets => Page.Facets.Where(f => !Settled.Contains(f.Key) && f.Key != FacetKeys.Rating);

    public FacetView? Ratings => Page.Facets.FirstOrDefault(f => f.Key == FacetKeys.Rating);

    public IReadOnlyList<Link> Chosen(IStringLocalizer<Words> words)
    {
        var chips = new List<Link>();
        foreach (var filter in Query.Filters.Where(f => !Settled.Contains(f.Key)))
        {
            var facet = Page.Facets.FirstOrDefault(f => f.Key == filter.Key);
            chips.AddRange(filter.Values.Select(value => new Link(
                facet?.Values.FirstOrDefault(v => v.Value == value)?.Label ?? value, Query.Without("f." + filter.Key, value))));
        }

        if (Query.Price?.FromMinor is { } from) chips.Add(new(words["From {0}", Money(from)], Query.Without("from")));
        if (Query.Price?.ToMinor is { } to) chips.Add(new(words["Up to {0}", Money(to)], Query.Without("to")));
        if (Query.Rating is { } stars) chips.Add(new(words["{0} stars and more", stars], Query.Without("rating")));
        if (Query.InStockOnly) chips.Add(new(words["In stock"], Query.Without("stock")));
        foreach (var number in Query.Numbers)
        {
            var facet = Page.Facets.FirstOrDefault(f => f.Key == number.Key);
            if (number.From is { } low)
                chips.Add(new($"{facet?.Name ?? number.Key} ≥ {low} {facet?.Unit}", Query.Without($"n.{number.Key}.from")));
            if (number.To is { } high)
                chips.Add(new($"{facet?.Name ?? number.Key} ≤ {high} {facet?.Unit}", Query.Without($"n.{number.Key}.to")));
        }

        return chips;
    }

    public static string NameOf(FacetView facet, IStringLocalizer<Words> words) => facet.Key switch
    {
        FacetKeys.Brand => words["Brand"],
        FacetKeys.Category => words["Category"],
        FacetKeys.Seller => words["Shop"],
        FacetKeys.Rating => words["Rating"],
        _ => facet.Name ?? facet.Key,
    };

    /// <summary>A bound of the price as a placeholder: whole units, as people type them.</summary>
    public string Bound(long minor, bool up)
    {
        var per = Currency.Of(CurrencyCode).MinorPerMajor;
        return (up ? (minor + per - 1) / per : minor / per).ToString(CultureInfo.CurrentCulture);
    }

    private string Money(long minor) => MoneyText.Format(minor, CurrencyCode, CultureInfo.CurrentCulture, whole: true);
}
