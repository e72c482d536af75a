using System.Text.Json.Nodes;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Keys;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Kernel.Audit;
using Marketplace.Tests.World;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Api;

public sealed class StaffKeysTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task A_key_of_staff_opens_the_console_no_shop_and_ends_with_its_makers_place()
    {
        var site = world.Market.Site;
        var made = (await site.SendAsync(
            await world.Market.CallerAsync(TestMarket.Bea), new CreateStaffKey("Nightly", [StaffScopes.SellersRead, StaffScopes.CommissionsWrite]))).Required();
        using var script = new ApiClient(site, made.Token);

        var sellers = (await script.GetAsync("/admin/sellers?q=pott")).Json()!["items"]!.AsArray();
        var shop = Assert.Single(sellers)!;
        Assert.Equal(TestMarket.Pottery, (string)shop["slug"]!);
        Assert.Equal("approved", (string)(await script.GetAsync("/admin/sellers/" + shop["id"])).Json()!["state"]!);
        var reason = new JsonObject { ["reason"] = "Nobody answers the telephone any more." };
        Assert.Equal(403, (await script.SendAsync("POST", $"/admin/sellers/{shop["id"]}/suspension", reason)).Code);
        var rule = new JsonObject { ["name"] = "From a script", ["rateBps"] = 850, ["sellerSlug"] = TestMarket.Pottery };
        Assert.Equal(201, (await script.SendAsync("POST", "/admin/commission-rules", rule)).Code);
        Assert.Equal((404, "access.not-found"), Of(await script.GetAsync("/listings")));
        using var seller = new ApiClient(site, world.OtherKey);
        Assert.Equal((404, "access.not-found"), Of(await seller.GetAsync("/admin/sellers")));
        Assert.Contains("key:" + made.Id, await site.WithPlatformAsync(
            db => db.Set<AuditRow>().Where(a => a.Action == "commission.rule-set").Select(a => a.Actor).ToListAsync()));

        (await site.SendAsync(await world.Market.CallerAsync(TestMarket.Ada), new SetStaffRole("bea@example.com", null))).Done();
        Assert.Equal((401, "api.wrong-key"), Of(await script.GetAsync("/admin/sellers")));
    }

    private static (int, string?) Of(Answer answer) => (answer.Code, answer.CodeIn());
}
