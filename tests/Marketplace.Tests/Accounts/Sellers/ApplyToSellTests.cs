using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Sellers;

public sealed class ApplyToSellTests
{
    [Fact]
    public async Task Whoever_applies_owns_a_shop_that_is_not_open_yet()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await host.PersonAsync("ana");

        var applied = (await host.SendAsync(ana, new ApplyToSell("Müller & Söhne Töpferei", "DE"))).Required();

        Assert.Equal("muller-and-sohne-topferei", applied.Slug);
        var mine = Assert.Single((await host.SendAsync(ana, new GetMyDetails())).Required().Sellers);
        Assert.Equal((applied.TenantId, SellerState.Applying, SellerRole.Owner), (mine.TenantId, mine.State, mine.Role));
        var tenant = await host.Services.GetRequiredService<IMultiTenantStore>().GetByIdentifierAsync(applied.Slug);
        Assert.Equal(TenantState.Opening, tenant?.State);
        Assert.Equal(
            "seller.not-found", (await host.SendAsync(Caller.Anonymous, new GetSellerPublic(applied.Slug))).Error?.Code);
        Assert.Contains(await host.MailsToAsync("ana@example.com"), m => m.Subject.StartsWith("Welcome", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kiln", "DE", "kiln", "seller.slug-taken")]
    [InlineData("Admin", "DE", null, "seller.slug-not-allowed")]
    [InlineData("陶器", "DE", null, "seller.slug-not-allowed")]
    [InlineData("Kiln two", "DE", "Kiln Two", "seller.slug-not-allowed")]
    [InlineData("Kiln two", "ZZ", null, "seller.country-not-served")]
    [InlineData("", "DE", null, "input.invalid")]
    public async Task What_cannot_be_is_refused(string name, string country, string? slug, string code)
    {
        await using var host = await TestHost.StartAsync();
        await host.ShopAsync("kiln", "bo");

        var refused = await host.SendAsync(await host.PersonAsync("ana"), new ApplyToSell(name, country, slug));

        Assert.Equal(code, refused.Error?.Code);
    }

    [Fact]
    public async Task Five_shops_are_enough_for_one_person()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await host.PersonAsync("ana");
        for (var i = 1; i <= 5; i++) Assert.Null((await host.SendAsync(ana, new ApplyToSell($"Shop {i}", "DE"))).Error);

        var sixth = await host.SendAsync(ana, new ApplyToSell("Shop 6", "DE"));

        Assert.Equal("seller.too-many", sixth.Error?.Code);
    }
}
