using Marketplace.Web.Tests.Isolation;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Viewing;

public sealed class ViewingTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Staff_see_every_page_of_the_dashboard_under_a_banner_and_no_post_changes_anything()
    {
        using var ada = market.As(TestMarket.Ada);
        Assert.Equal(404, (await ada.GetAsync("/seller/pottery")).Code);
        var begun = await ada.PostAsync(
            $"/admin/sellers/{TestMarket.TenantOf(TestMarket.Pottery)}/look", ("Input.Reason", "Their message of this morning"));
        Assert.Equal("/seller/pottery", begun.LeadsTo);
        var found = new List<string>();
        var before = await RowHashes.OfAsync(market.Site, [TestMarket.TenantOf(TestMarket.Pottery)]);

        foreach (var route in await SiteRoute.AllAsync(market.Site))
        {
            if (!route.Pattern.StartsWith("/seller/{seller}", StringComparison.Ordinal) || !route.IsPage) continue;
            if (route.Parameters.Any(p => RouteCases.Value(market, route, p, TestMarket.Pottery) is null)) continue;
            var path = route.Path(p => RouteCases.Value(market, route, p, TestMarket.Pottery)!)
                .Replace("/seller/" + TestMarket.Atelier, "/seller/" + TestMarket.Pottery, StringComparison.Ordinal);
            var answer = route.Reads ? await ada.GetAsync(path) : await ada.PostAsync(path, RouteCases.BodyOf(route, market) is { } body
                ? body.Select(b => KeyValuePair.Create(b.Item1, b.Item2)) : []);
            if (answer.Code >= 500) found.Add($"{route.Name}: {answer.Said}");
            // The way back from Stripe asks it anew, which is a change: refused, on a page without a frame.
            if (route.Reads && answer.IsHtml && answer.Code != 403 && answer.Page.QuerySelector(".banner.looking") is null)
                found.Add($"{route.Name}: no banner, {answer.Said}");
        }

        // Some pages tell of a refusal after a redirect; what counts is that no row has changed.
        found.AddRange((await RowHashes.OfAsync(market.Site, [TestMarket.TenantOf(TestMarket.Pottery)])).ChangedSince(before)
            .Select(table => "changed: " + table));
        Nothing.In(found);
        Assert.NotNull((await ada.GetAsync("/")).Page.QuerySelector(".banner.looking"));
        Assert.Equal("/admin/sellers", (await ada.PostAsync("/admin/viewing?handler=End")).LeadsTo);
        Assert.Equal(404, (await ada.GetAsync("/seller/pottery")).Code);
        using var vera = market.As(TestMarket.Vera);
        Assert.Contains("Their message of this morning", (await vera.GetAsync("/seller/pottery/team/activity")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changes_by_looking()
    {
        using var bea = market.As(TestMarket.Bea);
        await bea.PostAsync(
            $"/admin/sellers/{TestMarket.TenantOf(TestMarket.Kiln)}/look", ("Input.Reason", "Their message of this morning"));
        var before = await RowHashes.OfAsync(market.Site, [TestMarket.TenantOf(TestMarket.Kiln)]);

        var refused = await bea.PostAsync("/seller/kiln/team?handler=Invite", ("Input.Email", "bea@example.org"), ("Input.Role", "Owner"));

        Assert.Equal(403, refused.Code);
        Assert.Contains("nothing can be changed", refused.Body, StringComparison.Ordinal);
        Assert.Empty((await RowHashes.OfAsync(market.Site, [TestMarket.TenantOf(TestMarket.Kiln)])).ChangedSince(before));
    }

    [Fact]
    public async Task Whoever_has_several_shops_switches_in_the_header()
    {
        using var vera = market.As(TestMarket.Vera);
        using var karl = market.As(TestMarket.Karl);

        var hers = (await vera.GetAsync("/seller/pottery")).Page.QuerySelectorAll("#switch a").Select(a => a.GetAttribute("href"));

        Assert.Equal(["/seller/atelier", "/seller/pottery"], hers);
        Assert.Null((await karl.GetAsync("/seller/kiln")).Page.QuerySelector("#switch"));
    }
}
