using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Keys;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Results;
using Marketplace.Tests.World;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Api;

public sealed class ApiKeysTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private readonly WebSite _site = world.Market.Site;

    [Fact]
    public async Task A_key_is_made_on_a_page_shown_once_and_ends_at_once()
    {
        using var vera = world.Market.As(TestMarket.Vera);
        const string Page = "/seller/pottery/settings/keys";
        var made = await vera.PostAsync(Page + "?handler=Make", ("Input.Name", "Workshop till"), ("Input.Scopes", ApiScopes.OrdersRead));
        Assert.True(made.IsRedirect, made.Said);
        var shown = await vera.GetAsync(Page);
        var token = shown.Page.QuerySelectorAll("code").Select(c => c.TextContent).First(t => t.Length > 60);
        Assert.Matches("^mk_live_[0-9a-f]{12}_[0-9a-f]{64}$", token);
        Assert.DoesNotContain(token, (await vera.GetAsync(Page)).Body);
        using var till = world.Client(token);
        Assert.Equal(200, (await till.GetAsync("/orders")).Code);

        var row = await RowAsync(token);
        Assert.DoesNotContain(token[21..], row.Hash);
        var revoked = await vera.PostAsync(Page + "?handler=Revoke", ("keyId", row.Id));

        Assert.True(revoked.IsRedirect, revoked.Said);
        Assert.Equal("api.wrong-key", (await till.GetAsync("/orders")).CodeIn());
        Assert.Equal(404, (await vera.PostAsync(Page + "?handler=Revoke", ("keyId", row.Id))).Code);
        var noted = await _site.WithPlatformAsync(db => db.Set<AuditRow>().Where(a => a.SubjectId == row.Id).OrderBy(a => a.Id)
            .Select(a => a.Action + " " + a.Actor).ToListAsync());
        Assert.Equal(["api-key.made " + TestMarket.PersonOf(TestMarket.Vera), "api-key.revoked " + TestMarket.PersonOf(TestMarket.Vera)], noted);
    }

    [Fact]
    public async Task Only_an_owner_makes_lists_and_revokes_keys()
    {
        using var sam = world.Market.As(TestMarket.Sam);
        var caller = await world.Market.CallerAsync(TestMarket.Sam, TestMarket.Pottery);

        Assert.Equal(403, (await sam.GetAsync("/seller/pottery/settings/keys")).Code);
        Assert.Equal("access.missing-permission", (await _site.SendAsync(caller, new CreateApiKey("x", [ApiScopes.OrdersRead]))).Error?.Code);
        Assert.Equal("access.missing-permission", (await _site.SendAsync(caller, new RevokeApiKey("x"))).Error?.Code);
    }

    [Fact]
    public async Task A_stranger_cannot_revoke_a_key_and_a_shop_holds_twenty()
    {
        var karl = await world.Market.CallerAsync(TestMarket.Karl, TestMarket.Kiln);
        var victim = await world.MakeAsync(TestMarket.Vera, TestMarket.Pottery, [ApiScopes.OrdersRead]);
        Assert.Equal("api-key.not-found", (await _site.SendAsync(karl, new RevokeApiKey(victim.Id))).Error?.Code);

        var made = new List<Result<NewApiKey>>();
        for (var i = 0; i < 21; i++) made.Add(await _site.SendAsync(karl, new CreateApiKey("x", [ApiScopes.OrdersRead])));
        // The other tests want to make keys too.
        foreach (var key in made.Where(m => m.Ok)) (await _site.SendAsync(karl, new RevokeApiKey(key.Value!.Id))).Done();

        Assert.Equal("api-key.full", made[^1].Error?.Code);
    }

    [Fact]
    public async Task The_last_use_is_written_at_most_once_a_minute()
    {
        var made = await world.MakeAsync(TestMarket.Vera, TestMarket.Pottery, [ApiScopes.OrdersRead]);
        using var till = world.Client(made.Token);

        await till.GetAsync("/orders");
        var first = (await RowAsync(made.Token)).LastUsedAtUtc;
        await till.GetAsync("/orders");
        var second = (await RowAsync(made.Token)).LastUsedAtUtc;
        _site.Clock.Advance(TimeSpan.FromSeconds(61));
        await till.GetAsync("/orders");
        var third = (await RowAsync(made.Token)).LastUsedAtUtc;

        Assert.NotNull(first);
        Assert.Equal(first, second);
        Assert.True(third > first);
    }

    [Fact]
    public async Task A_key_ends_with_its_last_day()
    {
        var today = DateOnly.FromDateTime(_site.Clock.GetUtcNow().UtcDateTime);
        var made = await world.MakeAsync(TestMarket.Vera, TestMarket.Pottery, [ApiScopes.OrdersRead], today);
        using var till = world.Client(made.Token);
        Assert.Equal(200, (await till.GetAsync("/orders")).Code);

        _site.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal("api.wrong-key", (await till.GetAsync("/orders")).CodeIn());
    }

    [Fact]
    public async Task A_key_never_may_more_than_the_one_who_made_it()
    {
        var karls = await world.MakeAsync(TestMarket.Karl, TestMarket.Kiln, [ApiScopes.OrdersRead, ApiScopes.ListingsRead]);
        using var client = world.Client(karls.Token);
        Assert.Equal((200, 200), ((await client.GetAsync("/orders")).Code, (await client.GetAsync("/listings")).Code));

        await SetRoleAsync(SellerRole.Catalog);
        try
        {
            Assert.Equal("access.missing-scope", (await client.GetAsync("/orders")).CodeIn());
            Assert.Equal(200, (await client.GetAsync("/listings")).Code);
        }
        finally
        {
            await SetRoleAsync(SellerRole.Owner);
        }
    }

    private Task<int> SetRoleAsync(SellerRole role)
    {
        var (tenant, person) = (TestMarket.TenantOf(TestMarket.Kiln), TestMarket.PersonOf(TestMarket.Karl));
        return _site.WithPlatformAsync(db => db.Set<Membership>().Where(m => m.TenantId == tenant && m.PersonId == person)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Role, role)));
    }

    private Task<ApiKey> RowAsync(string token)
    {
        var prefix = token.Split('_')[2];
        return _site.WithPlatformAsync(db => db.Set<ApiKey>().AsNoTracking().SingleAsync(k => k.Prefix == prefix));
    }
}
