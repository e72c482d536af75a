using Marketplace.Web.Tests.Isolation;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Pages;

/// <summary>No page leads nowhere.</summary>
public sealed class LinksTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Whatever_a_page_links_to_is_there()
    {
        var dead = new List<string>();
        foreach (var owner in Enum.GetValues<RouteOwner>())
        {
            using var visitor = market.As(owner == RouteOwner.Public ? null : RouteCases.NameOf(owner));
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var route in await SiteRoute.AllAsync(market.Site))
            {
                if (route is not { Method: "GET", IsPage: true } || RouteCases.OwnerOf(route) != owner) continue;
                if (route.Parameters.Any(p => RouteCases.Value(market, route, p, TestMarket.Pottery) is null)) continue;
                var path = route.Path(p => RouteCases.Value(market, route, p, TestMarket.Pottery)!) + RouteCases.QueryOf(route, market);
                var page = await visitor.GetAsync(path);
                if (!page.IsHtml || page.Code != 200) continue;
                foreach (var link in page.Page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct())
                {
                    if (link.Length == 0 || link.StartsWith("/logout", StringComparison.Ordinal)) continue;
                    if (!known.TryGetValue(link, out var code)) known[link] = code = (await visitor.GetAsync(link)).Code;
                    if (code >= 400 && !Unwritten.Contains(link)) dead.Add($"{route.Pattern} leads {owner} to {link}: {code}");
                }
            }

            Assert.True(known.Count > 5, $"Only {known.Count} links of {owner} were followed.");
        }

        Nothing.In(dead.Distinct());
    }

    [Fact]
    public async Task Help_names_every_answer_and_every_text_that_is_written()
    {
        using var anybody = market.As(null);

        var links = (await anybody.GetAsync("/help")).Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Superset(new HashSet<string?> { "/help/shipping", "/help/returns", "/help/contact", "/legal/seller-terms", "/legal/accessibility" }, links.ToHashSet());
        Assert.DoesNotContain("/legal/imprint", links);
    }

    /// <summary>The operator of this market has written the sellers' terms only; a real one is not set up without them.</summary>
    private static readonly string[] Unwritten = ["/legal/terms", "/legal/privacy", "/legal/imprint"];
}
