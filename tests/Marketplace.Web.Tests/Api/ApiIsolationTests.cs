using Marketplace.Web.Tests.Isolation;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Api;

/// <summary>The kiln's key with the pottery's ids, in addresses and bodies: nothing is found and no row has changed.</summary>
public sealed class ApiIsolationTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task Another_shops_ids_are_not_there()
    {
        var found = new List<string>();
        using var stranger = world.Client(world.OtherKey);
        foreach (var call in world.Calls.Where(c => c.Scope is not null))
        {
            (string, string)[] headers = call.HasParameter("If-Match") ? [("If-Match", "\"1\"")] : [];
            var before = await RowHashes.OfAsync(world.Market.Site, TestMarket.VictimIds);
            var answer = await stranger.SendAsync(call.Method, call.Path(), call.Body(), headers);
            found.AddRange(world.Undocumented(call, answer, "the pottery's ids"));
            var namesThem = call.Parameters("path").Any(p => (string)p["name"]! == "id") || call.Id == "setPrices";
            if (namesThem && answer.Code != 404) found.Add($"{call.Id}: {answer.Code} {answer.Body}");
            if (call.Id == "changeStock" && (answer.Json()!["results"]![0]!["done"]!.GetValue<bool>()
                || (string?)answer.Json()!["results"]![0]!["problem"]!["code"] != "stock.no-such-offer")) found.Add(answer.Body);
            if (TestMarket.Private.Any(p => answer.Body.Contains(p, StringComparison.Ordinal))
                || answer.Body.Contains("of pottery", StringComparison.Ordinal)) found.Add($"{call.Id} shows the pottery's");
            found.AddRange((await RowHashes.OfAsync(world.Market.Site, TestMarket.VictimIds)).ChangedSince(before)
                .Select(table => $"{call.Id} changed {table}"));
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task What_is_no_id_and_what_nobody_has_is_not_there_either()
    {
        var found = new List<string>();
        using var client = world.Client(world.Key);
        foreach (var call in world.Calls.Where(c => c.Parameters("path").Any()))
        {
            (string, string)[] headers = call.HasParameter("If-Match") ? [("If-Match", "\"1\"")] : [];
            foreach (var id in (string[])["lst_01km8x4c6q2r7s9t0v1w3y5z8b", "so_01km8x4cab1c3d5e7f9g0h2j4k", "x", "%F0%9F%98%80", new string('9', 400), "..%2f..", "null"])
            {
                var answer = await client.SendAsync(call.Method, call.Path(id), call.Body(), headers);
                if (answer.Code != 404 || answer.CodeIn() is null) found.Add($"{call.Id} {id}: {answer.Code} {answer.Body}");
            }
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task A_session_opens_nothing_here()
    {
        using var vera = world.Market.As(TestMarket.Vera);

        var answer = await vera.GetAsync("/api/v1/listings");

        Assert.Equal((401, "api.no-key"), (answer.Code, answer.CodeIn()));
        Assert.Empty(answer.Cookies);
    }
}
