using Marketplace.Web.Tests.Isolation;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Pages;

/// <summary>How often a page asks the database; the look-ups of session, tenant and settings aside.</summary>
public sealed class QueryCountTests(TestMarket market) : IClassFixture<TestMarket>
{
    private readonly WebSite _site = market.Site;

    [Fact]
    public async Task No_page_asks_more_than_ten_times()
    {
        var found = new List<string>();
        foreach (var (route, path, who) in await PagesAsync(TestMarket.Kiln))
        {
            using var visitor = market.As(who);
            await visitor.GetAsync(Fresh(path));
            if (await LeastAsync(visitor, path) is { Count: > 10 } asked)
                found.Add($"{route.Name}: {asked.Count} queries{Environment.NewLine}{string.Join(Environment.NewLine, asked)}");
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task A_product_page_asks_at_most_twice_and_from_the_shared_cache_not_at_all()
    {
        using var visitor = market.As(null);
        var path = "/p/" + market.Products[TestMarket.Pottery].Address;
        Assert.Equal(200, (await visitor.GetAsync(Fresh(path))).Code);
        _site.Queries.Take();

        var kept = Fresh(path);
        await visitor.GetAsync(kept);
        var first = _site.Queries.Take();
        await visitor.GetAsync(kept);
        var second = _site.Queries.Take();

        Assert.True(first.Count <= 2, string.Join(Environment.NewLine, first));
        Assert.Empty(second);
    }

    /// <summary>The pottery has two listings, the kiln twenty.</summary>
    [Fact]
    public async Task A_long_list_asks_no_more_often_than_a_short_one()
    {
        var found = new List<string>();
        var few = (await PagesAsync(TestMarket.Pottery)).ToDictionary(p => p.Route.Name);
        foreach (var (route, path, who) in await PagesAsync(TestMarket.Kiln))
        {
            if (!route.Parameters.Contains("seller") || !few.TryGetValue(route.Name, out var other)) continue;
            var (many, two) = (await CountAsync(path, who), await CountAsync(other.Path, other.Who));
            if (many > two + 1) found.Add($"{route.Name}: {many} queries for twenty, {two} for two");
        }

        Nothing.In(found);
    }

    /// <summary>An address that the shared cache has not seen.</summary>
    private static string Fresh(string path) => $"{path}{(path.Contains('?') ? '&' : '?')}once={Guid.NewGuid():N}";

    private async Task<int> CountAsync(string path, string? who)
    {
        using var visitor = market.As(who);
        return (await LeastAsync(visitor, path)).Count;
    }

    /// <summary>Of three visits: what is held for some seconds may just have run out.</summary>
    private async Task<IReadOnlyList<string>> LeastAsync(Visitor visitor, string path)
    {
        var visits = new List<IReadOnlyList<string>>();
        for (var i = 0; i < 3; i++)
        {
            _site.Queries.Take();
            await visitor.GetAsync(Fresh(path));
            visits.Add(_site.Queries.Take());
        }

        return visits.MinBy(v => v.Count)!;
    }

    private Task<IReadOnlyList<(SiteRoute Route, string Path, string? Who)>> PagesAsync(string shop) => PagesAsync(market, shop);

    internal static async Task<IReadOnlyList<(SiteRoute Route, string Path, string? Who)>> PagesAsync(TestMarket market, string shop) =>
    [
        .. from route in await SiteRoute.AllAsync(market.Site)
           where route is { Method: "GET", IsPage: true, Handler: null }
           let owner = RouteCases.OwnerOf(route)
           where owner is not null && route.Parameters.All(p => RouteCases.Value(market, route, p, shop) is not null)
           let who = owner switch
           {
               RouteOwner.Public => null,
               RouteOwner.Seller => shop == TestMarket.Kiln ? TestMarket.Karl : TestMarket.Vera,
               _ => RouteCases.NameOf(owner.Value),
           }
           select (route, route.Path(p => RouteCases.Value(market, route, p, shop)!), who),
    ];
}
