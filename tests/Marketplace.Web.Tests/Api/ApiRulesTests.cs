using System.Text.Json.Nodes;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Web.Api.Http;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Api;

/// <summary>What holds for every operation alike.</summary>
public sealed class ApiRulesTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Theory]
    [InlineData("GET", "/nothing", 404, "api.not-found")]
    [InlineData("DELETE", "/orders", 405, "api.method")]
    [InlineData("GET", "/search?q=%00", 400, "api.unreadable")]
    public async Task Even_what_no_operation_answers_is_refused_as_json(string method, string path, int status, string code)
    {
        using var anybody = world.Client(null);

        var answer = await anybody.SendAsync(method, path, null);

        Assert.Equal((status, code), (answer.Code, answer.CodeIn()));
    }

    [Theory]
    [InlineData(413, "api.too-large")]
    [InlineData(415, "api.media-type")]
    [InlineData(500, "api.failed")]
    [InlineData(503, "api.failed")]
    public void A_status_without_words_gets_some(int status, string code) => Assert.Equal(code, ApiErrors.OfStatus(status).Code);

    [Fact]
    public async Task Accept_Language_chooses_the_language_of_a_refusal()
    {
        using var anybody = world.Client(null);
        await world.Market.Site.WithPlatformAsync(db =>
        {
            db.Add(new PlatformSettings { Locales = ["en-US", "nl-NL"] });
            return db.SaveChangesAsync();
        });
        world.Market.Site.Clock.Advance(TimeSpan.FromSeconds(2));

        var dutch = await anybody.GetAsync("/orders", ("Accept-Language", "nl-NL"));
        var english = await anybody.GetAsync("/orders", ("Accept-Language", "en-GB"));

        Assert.StartsWith("Stuur een sleutel", (string)dutch.Json()!["title"]!);
        Assert.StartsWith("Send a key", (string)english.Json()!["title"]!);
        Assert.StartsWith("nl", dutch.Headers["Content-Language"]);
    }

    [Fact]
    public async Task A_version_that_was_not_read_overwrites_nothing()
    {
        using var client = world.Client(world.Key);
        var call = world.Calls.Single(c => c.Id == "replaceListing");

        var without = await client.SendAsync("PUT", call.Path(), call.Body());
        var stale = await client.SendAsync("PUT", call.Path(), call.Body(), ("If-Match", "\"999\""));

        Assert.Equal((428, "api.if-match-missing"), (without.Code, without.CodeIn()));
        Assert.Equal((412, "listing.changed"), (stale.Code, stale.CodeIn()));
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_a_conflict()
    {
        using var client = world.Client(world.Key);
        var call = world.Calls.Single(c => c.Id == "changeStock");
        var body = call.Body()!;
        Assert.Equal(200, (await client.SendAsync("PATCH", "/stock", body, ("Idempotency-Key", "twice"))).Code);
        body["changes"]![0]!["change"] = 3;

        var other = await client.SendAsync("PATCH", "/stock", body, ("Idempotency-Key", "twice"));

        Assert.Equal((409, "idempotency.other-body"), (other.Code, other.CodeIn()));
    }

    [Fact]
    public async Task Changes_of_stock_stand_each_for_itself()
    {
        using var client = world.Client(world.Key);
        var offer = "off_" + world.Market.Products[TestMarket.Pottery].Offer;
        var before = await FreeAsync(client, offer);
        var body = JsonNode.Parse($$"""
            {"reason":"counted","changes":[{"offerId":"{{offer}}","change":5},{"offerId":"off_x","change":1},{"offerId":"{{offer}}","change":-1000000}]}
            """);

        var answer = await client.SendAsync("PATCH", "/stock", body);

        var results = answer.Json()!["results"]!.AsArray();
        Assert.Equal([null, "stock.no-such-offer", "stock.too-few"], results.Select(r => (string?)r!["problem"]?["code"]));
        Assert.Equal(before + 5, await FreeAsync(client, offer));
    }

    [Fact]
    public async Task Pages_of_a_list_join_without_gap_or_repeat()
    {
        using var client = world.Client(world.OtherKey);
        var (ids, next) = (new List<string>(), "");
        for (var i = 0; i < 10 && next is not null; i++)
        {
            var page = (await client.GetAsync("/listings?limit=7" + (next == "" ? "" : "&cursor=" + next))).Json()!;
            ids.AddRange(page["items"]!.AsArray().Select(l => (string)l!["id"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(20, ids.Count);
        Assert.Equal(20, ids.Distinct().Count());
        Assert.Equal("api.wrong-value", (await client.GetAsync("/listings?cursor=bm9uc2Vuc2U")).CodeIn());
    }

    [Fact]
    public async Task Orders_are_found_by_what_happened_to_them()
    {
        using var client = world.Client(world.Key);
        var later = Uri.EscapeDataString(world.Market.Site.Clock.GetUtcNow().AddHours(1).ToString("O"));

        var all = (await client.GetAsync("/orders")).Json()!["items"]!.AsArray().Count;
        var none = (await client.GetAsync("/orders?updatedFrom=" + later)).Json()!["items"]!.AsArray().Count;
        var accepted = (await client.GetAsync("/orders?state=accepted")).Json()!["items"]!.AsArray();

        Assert.Equal((11, 0), (all, none));
        Assert.All(accepted, o => Assert.Equal("accepted", (string)o!["state"]!));
        Assert.NotEmpty(accepted);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var site = await WebSite.StartAsync(("RateLimits:search", "2"));
        using var anybody = new ApiClient(site, null);

        var first = await anybody.GetAsync("/search?q=mug");
        await anybody.GetAsync("/search?q=mug");
        var third = await anybody.GetAsync("/search?q=mug");

        Assert.Equal("\"address\";q=2;w=60", first.Headers["RateLimit-Policy"]);
        Assert.Equal("\"address\";r=1", first.Headers["RateLimit"]);
        Assert.Equal((429, "api.too-many"), (third.Code, third.CodeIn()));
        Assert.InRange(int.Parse(third.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task An_unknown_member_is_named_and_so_is_a_missing_one()
    {
        using var client = world.Client(world.Key);
        var unknown = await client.SendAsync("PATCH", "/stock", JsonNode.Parse("""{"reason":"counted","changes":[],"reson":1}"""));
        var missing = await client.SendAsync("PATCH", "/stock", JsonNode.Parse("""{"changes":[]}"""));

        Assert.Equal(("api.unknown-member", true), (unknown.CodeIn(), unknown.Body.Contains("'reson'", StringComparison.Ordinal)));
        Assert.Equal(("api.missing-member", true), (missing.CodeIn(), missing.Body.Contains("'reason'", StringComparison.Ordinal)));
    }

    private static async Task<int> FreeAsync(ApiClient client, string offer) => (int)(await client.GetAsync("/stock")).Json()!["items"]!
        .AsArray().Single(i => (string)i!["offerId"]! == offer)!["free"]!;
}
