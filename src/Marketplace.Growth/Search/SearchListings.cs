using FluentValidation;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;

namespace Marketplace.Growth.Search;

/// <summary>
/// One page of listings that the visitor's market is offered: a search, a category's page, a shop's page, or any mix.
/// Sellers that are not open are left out, however fresh their suspension. Fails with search.too-deep beyond 10,000.
/// </summary>
[Anyone]
public sealed record SearchListings(Market Market) : IQuery<Result<ListingPage>>
{
    public string Text { get; init; } = "";
    public string? CategoryId { get; init; }

    /// <summary>
    /// The shop whose page this is; a filter by several sellers goes by <see cref="FacetKeys.Seller"/>.
    /// </summary>
    public string? SellerId { get; init; }

    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];
    public IReadOnlyList<NumberFilter> Numbers { get; init; } = [];

    /// <summary>In minor units of the market's currency.</summary>
    public PriceFilter? Price { get; init; }

    public int? MinRating { get; init; }
    public bool InStockOnly { get; init; }
    public SearchSort Sort { get; init; } = SearchSort.Relevance;
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 24;

    /// <summary>True after the visitor insisted on the words as typed.</summary>
    public bool Verbatim { get; init; }

    /// <summary>False for shelves and feeds, which show no filters: it saves counting them.</summary>
    public bool WithFacets { get; init; } = true;
}

public sealed record ListingPage
{
    public required IReadOnlyList<SearchHit> Hits { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageSize { get; init; }

    /// <summary>Pages that can be opened: never more than the limit of depth allows.</summary>
    public required int Pages { get; init; }

    /// <summary>Those worth showing: at least two values, or something chosen.</summary>
    public required IReadOnlyList<FacetView> Facets { get; init; }

    public PriceSummary? Prices { get; init; }
    public string? DidYouMean { get; init; }
    public bool Corrected { get; init; }
    public bool Relaxed { get; init; }
}

/// <summary>A facet ready to show.</summary>
/// <param name="Name">Null for the built-in keys (<see cref="FacetKeys"/>), whose names are interface texts.</param>
/// <param name="Bounds">Set for numbers, which have no values.</param>
public sealed record FacetView(
    string Key, string? Name, string? Unit, IReadOnlyList<FacetCount> Values, NumberBounds? Bounds = null);

internal sealed class SearchListingsValidator : AbstractValidator<SearchListings>
{
    public SearchListingsValidator()
    {
        RuleFor(q => q.Text).NotNull();
        RuleFor(q => q.Page).InclusiveBetween(1, SearchLimits.MaxDepth);
        RuleFor(q => q.PageSize).InclusiveBetween(1, SearchLimits.MaxPageSize);
        RuleFor(q => q.Filters.Count + q.Numbers.Count).LessThanOrEqualTo(SearchLimits.MaxFilters).WithName("Filters");
        RuleForEach(q => q.Filters).Must(f => f.Values.Count is >= 1 and <= SearchLimits.MaxValuesPerFilter);
        RuleFor(q => q.Filters).Must(f => f.Select(x => x.Key).Distinct().Count() == f.Count);
        RuleFor(q => q.MinRating).InclusiveBetween(1, 4);
    }
}

internal sealed class SearchListingsHandler(ISearchEngine engine, HiddenSellers hidden, FilterAttributes attributes)
    : IQueryHandler<SearchListings, Result<ListingPage>>
{
    public async ValueTask<Result<ListingPage>> Handle(SearchListings query, CancellationToken cancellation)
    {
        if (query.Page * query.PageSize > SearchLimits.MaxDepth) return SearchErrors.TooDeep;

        var filters = query.WithFacets
            ? new FacetChoice(await attributes.ForAsync(query.CategoryId, cancellation), query)
            : FacetChoice.None;
        var result = await engine.SearchAsync(new SearchRequest
        {
            Text = query.Text,
            CategoryId = query.CategoryId,
            SellerId = query.SellerId,
            Filters = query.Filters,
            Numbers = query.Numbers,
            Price = query.Price,
            MinRating = query.MinRating,
            InStockOnly = query.InStockOnly,
            Currency = query.Market.CurrencyCode,
            Country = query.Market.Country,
            Sort = query.Sort,
            Page = query.Page,
            PageSize = query.PageSize,
            HiddenSellerIds = await hidden.GetAsync(cancellation),
            FacetKeys = filters.FacetKeys,
            NumberKeys = filters.NumberKeys,
            AllowCorrection = !query.Verbatim,
        }, cancellation);
        return PageOf(query, result, filters);
    }

    private static ListingPage PageOf(SearchListings query, SearchResult result, FacetChoice filters)
    {
        var reachable = Math.Min(result.Total, SearchLimits.MaxDepth / query.PageSize * query.PageSize);
        return new ListingPage
        {
            Hits = result.Hits,
            Total = result.Total,
            Page = query.Page,
            PageSize = query.PageSize,
            Pages = (reachable + query.PageSize - 1) / query.PageSize,
            Facets = filters.View(result),
            Prices = result.Prices,
            DidYouMean = result.DidYouMean,
            Corrected = result.Corrected,
            Relaxed = result.Relaxed,
        };
    }
}
