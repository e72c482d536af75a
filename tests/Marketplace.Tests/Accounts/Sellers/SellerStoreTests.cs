using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Sellers;

public sealed class SellerStoreTests
{
    [Fact]
    public async Task A_seller_is_found_by_slug_id_and_proven_domain_only()
    {
        await using var host = await TestHost.StartAsync();
        var id = await AddSellerAsync(host, "kiln-and-clay");
        await host.WithPlatformAsync(async db =>
        {
            db.Add(new ProvenDomain { Host = "shop.kiln.example", TenantId = id, ProvenAtUtc = TestHost.Start.UtcDateTime });
            return await db.SaveChangesAsync();
        });
        var store = host.Services.GetRequiredService<IMultiTenantStore>();

        Assert.Equal(id, (await store.GetByIdentifierAsync("kiln-and-clay"))?.Id);
        Assert.Equal(TenantState.Opening, (await store.GetAsync(id))?.State);
        Assert.Equal(id, (await store.GetByHostAsync("Shop.Kiln.Example"))?.Id);
        Assert.Null(await store.GetByHostAsync("other.example"));
        Assert.Null(await store.GetByIdentifierAsync("Kiln-And-Clay"));
        Assert.Null(await store.GetByIdentifierAsync("no-such-shop"));
    }

    [Fact]
    public async Task A_change_by_another_process_is_seen_after_a_second()
    {
        await using var host = await TestHost.StartAsync();
        var store = host.Services.GetRequiredService<IMultiTenantStore>();
        Assert.Null(await store.GetByIdentifierAsync("kiln-and-clay"));

        await AddSellerAsync(host, "kiln-and-clay");
        var atOnce = await store.GetByIdentifierAsync("kiln-and-clay");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await store.GetByIdentifierAsync("kiln-and-clay");

        Assert.Null(atOnce);
        Assert.NotNull(later);
    }

    [Fact]
    public async Task Other_contexts_learn_the_payout_account_and_unknown_sellers_are_left_out()
    {
        await using var host = await TestHost.StartAsync();
        var id = await AddSellerAsync(host, "kiln-and-clay");

        var kept = await host.SendAsync(Caller.System, new SetPayoutAccount(id, "acct_1", Ready: true, "{}"));
        var unknown = await host.SendAsync(Caller.System, new SetPayoutAccount(Ids.From("nobody"), "acct_1", true, "{}"));
        var found = (await host.SendAsync(Caller.System, new GetSellers([id, Ids.From("nobody")]))).Required();

        Assert.True(kept.Ok);
        Assert.Equal(SellerErrors.NotFound.Code, unknown.Error?.Code);
        Assert.Equal(("acct_1", true, false), (found[0].PayoutAccountId, found[0].PayoutsReady, found[0].IsOpen));
        Assert.Single(found);
    }

    private static async Task<string> AddSellerAsync(TestHost host, string slug)
    {
        var id = Ids.New(host.Clock);
        await host.WithPlatformAsync(async db =>
        {
            db.Add(new Seller
            {
                Id = id, Slug = slug, Name = slug, Country = "DE", AppliedAtUtc = TestHost.Start.UtcDateTime,
            });
            return await db.SaveChangesAsync();
        });
        return id;
    }
}
