using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>
/// Every route of the host, found by reflection: others try it first, with the body that its owner will send and a valid
/// token of their own; they get 404 or the login, and nothing has changed; then the owner succeeds with that body, which
/// shows that it was a real one.
/// </summary>
public sealed class RouteIsolationTests(TestMarket market) : IClassFixture<TestMarket>
{
    private static readonly string?[] Everybody =
        [null, TestMarket.Nina, TestMarket.Otto, TestMarket.Mara, TestMarket.Karl, TestMarket.Vera, TestMarket.Ada];

    private readonly WebSite _site = market.Site;

    [Fact]
    public async Task Every_route_has_a_case()
    {
        var missing = from route in await SiteRoute.AllAsync(_site)
                      let owner = RouteCases.OwnerOf(route)
                      where owner is null || (owner != RouteOwner.Public && PathOf(route, TestMarket.Pottery) is null)
                      select $"{route.Name}: say in {nameof(RouteCases)} whose it is, and a value for each parameter";

        Nothing.In(missing);
    }

    [Fact]
    public async Task Others_get_nothing_and_change_nothing_where_the_owner_succeeds()
    {
        var found = new List<string>();
        foreach (var route in (await SiteRoute.AllAsync(_site)).OrderBy(RouteCases.OrderOf))
        {
            if (RouteCases.OwnerOf(route) is not { } owner || owner == RouteOwner.Public) continue;
            if (PathOf(route, TestMarket.Pottery) is not { } bare) continue;
            var path = bare + RouteCases.QueryOf(route, market);
            using var master = market.As(RouteCases.NameOf(owner));
            if (await BodyAsync(route, path, master) is not { } body)
            {
                found.Add($"{route.Name}: its owner's page shows no such form: {(await master.GetAsync(path.Split('?')[0])).Said}");
                continue;
            }

            await AttackAsync(route, owner, path, body, found);
            if (RouteCases.OnlyRefused.Contains(route.Name)) continue;
            var before = route.Reads ? null : await RowHashes.OfAsync(_site, null);
            var done = await SendAsync(master, route, path, body);
            if (!Succeeded(route, done)) found.Add($"{route.Name}: its owner gets {done.Said} {Why(done)}");
            else if (before is not null && !RouteCases.LeaveNoRow.Contains(route.Name)
                && !(await RowHashes.OfAsync(_site, null)).ChangedSince(before).Any())
                found.Add($"{route.Name}: its owner succeeds and nothing has changed: {await ToldAsync(master, done)}");
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task What_is_public_answers_everybody()
    {
        var found = new List<string>();
        foreach (var route in await SiteRoute.AllAsync(_site))
        {
            if (RouteCases.OwnerOf(route) != RouteOwner.Public || route.Pattern.StartsWith("/stripe-sim", StringComparison.Ordinal)) continue;
            foreach (var who in Everybody)
            {
                // Whoever signs out is nobody in the other test, which may come after this one.
                if (route.Name == "POST /logout" && who is not null) continue;
                using var visitor = market.As(who);
                var path = route.Path(p => RouteCases.Value(market, route, p, TestMarket.Pottery) ?? "something");
                var answer = await SendAsync(visitor, route, path, []);
                if (answer.Code >= 500 && route.Pattern != "/error/{status}") found.Add($"{who} {route.Name}: {answer.Said}");
                if (TestMarket.Private.Any(p => who is not (TestMarket.Vera or TestMarket.Mara)
                    && answer.Body.Contains(p, StringComparison.Ordinal))) found.Add($"{who} {route.Name} shows what is private");
            }
        }

        Nothing.In(found);
    }

    private async Task AttackAsync(
        SiteRoute route, RouteOwner owner, string path, IReadOnlyList<KeyValuePair<string, string>> body, List<string> found)
    {
        var own = RouteCases.IsEachOnesOwn(route, owner);
        var mentioning = own ? TestMarket.BuyersIds : null;
        var before = await RowHashes.OfAsync(_site, mentioning);
        foreach (var who in Others(owner))
        {
            using var visitor = market.As(who);
            var answer = await SendAsync(visitor, route, path, body);
            var refused = answer.IsLogin || answer.Code is 404 || (who is null && answer.Code == 401);
            if (answer.Code >= 500 || (!refused && !(own && (who is not null || owner == RouteOwner.Own)))) found.Add($"{route.Name}: {who ?? "nobody"} gets {answer.Said}");
            if (TestMarket.Private.Any(p => answer.Body.Contains(p, StringComparison.Ordinal)))
                found.Add($"{route.Name}: {who ?? "nobody"} sees what is private");
        }

        await CheckAsync(route, before, mentioning, found);
        if (owner != RouteOwner.Seller) return;

        // Karl in his own dashboard, with the pottery's ids in the address or the form.
        before = await RowHashes.OfAsync(_site, TestMarket.VictimIds);
        using var karl = market.As(TestMarket.Karl);
        var foreign = path.Replace("/seller/" + TestMarket.Pottery, "/seller/" + TestMarket.Kiln, StringComparison.Ordinal);
        var got = await SendAsync(karl, route, foreign, body);
        var named = route.Parameters.Any(p => p != "seller");
        if (got.Code >= 500 || (named && got.Code != 404)) found.Add($"{route.Name}: Karl with the pottery's ids gets {got.Said}");
        if (TestMarket.Private.Any(p => got.Body.Contains(p, StringComparison.Ordinal)) && !body.Any(b => TestMarket.Private.Contains(b.Value)))
            found.Add($"{route.Name}: Karl sees what is private");
        await CheckAsync(route, before, TestMarket.VictimIds, found);
    }

    private async Task CheckAsync(SiteRoute route, RowHashes before, IReadOnlyList<string>? mentioning, List<string> found)
    {
        foreach (var table in (await RowHashes.OfAsync(_site, mentioning)).ChangedSince(before))
            found.Add($"{route.Name}: others changed {table}");
    }

    private static IEnumerable<string?> Others(RouteOwner owner) => owner switch
    {
        RouteOwner.Seller => [TestMarket.Karl, TestMarket.Mara, TestMarket.Nina, null],
        RouteOwner.Admin => [TestMarket.Vera, TestMarket.Mara, TestMarket.Nina, null],
        _ => [TestMarket.Otto, TestMarket.Karl, TestMarket.Nina, null],
    };

    private string? PathOf(SiteRoute route, string shop) =>
        route.Parameters.All(p => RouteCases.Value(market, route, p, shop) is not null)
            ? route.Path(p => RouteCases.Value(market, route, p, shop)!) : null;

    /// <summary>What the owner's own page would send; null where there is no such form.</summary>
    private async Task<IReadOnlyList<KeyValuePair<string, string>>?> BodyAsync(SiteRoute route, string path, Visitor owner)
    {
        if (route.Reads) return [];
        var given = RouteCases.BodyOf(route, market)?.ToDictionary(g => g.Item1, g => g.Item2);
        var page = path.Split('?')[0];
        var forms = PageForm.In(await owner.GetAsync(page), page);
        var form = forms.FirstOrDefault(f => f.Method == "POST" && string.Equals(f.Action, path, StringComparison.OrdinalIgnoreCase));
        if (form is null && given is null) return null;
        given ??= [];
        return [.. given, .. (form?.Body() ?? []).Where(field => !given.ContainsKey(field.Key))];
    }

    private static Task<Answer> SendAsync(
        Visitor visitor, SiteRoute route, string path, IEnumerable<KeyValuePair<string, string>> body) =>
        route.Method switch
        {
            "GET" => visitor.GetAsync(path),
            "POST" => visitor.PostAsync(path, body),
            _ => visitor.SendAsync(new HttpMethod(route.Method), path, null),
        };

    private static bool Succeeded(SiteRoute route, Answer answer) =>
        route.Reads ? answer.Code is 200 or (>= 301 and <= 303) && !answer.IsLogin : answer.IsRedirect && !answer.IsLogin;

    /// <summary>What the page that follows says.</summary>
    private static async Task<string> ToldAsync(Visitor visitor, Answer done) =>
        Why(await visitor.GetAsync(done.LeadsTo));

    private static string Why(Answer answer) => answer.IsHtml
        ? string.Join("; ", answer.Page.QuerySelectorAll(".error, .field-error, .flash, [role=alert], [role=status]").Select(e => e.TextContent.Trim())) : "";
}
