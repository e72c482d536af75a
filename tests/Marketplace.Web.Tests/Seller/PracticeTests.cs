using System.Diagnostics;
using Marketplace.App.Practice;
using Marketplace.Web.Seller.Practice;
using Marketplace.Web.Tests.Isolation;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Web.Tests.Seller;

/// <summary>A sale to oneself, from the basket to the bank account, beside everything real.</summary>
public sealed class PracticeTests(TestMarket market, ITestOutputHelper output) : IClassFixture<TestMarket>
{
    private const string Page = $"/seller/{TestMarket.Pottery}/practice";

    [Fact]
    public async Task A_whole_sale_ends_in_the_bank_and_no_real_row_has_changed()
    {
        using var vera = market.As(TestMarket.Vera);
        using var karl = market.As(TestMarket.Karl);
        await vera.GetAsync(Page);
        await karl.GetAsync($"/seller/{TestMarket.Kiln}/practice");
        var before = await RowHashes.OfAsync(market.Site, null);

        var (watch, memory) = (Stopwatch.StartNew(), GC.GetTotalMemory(forceFullCollection: true));
        await DoAsync(vera, "Start");
        output.WriteLine($"opened in {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        await DoAsync(vera, "Start");
        output.WriteLine($"opened again in {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        await DoAsync(vera, "Buy", ("offer", market.Products[TestMarket.Pottery].Offer));
        output.WriteLine($"bought in {watch.ElapsedMilliseconds} ms");
        Assert.Contains("Accept the order", (await vera.GetAsync(Page)).Body, StringComparison.Ordinal);
        await DoAsync(vera, "Accept");
        await DoAsync(vera, "Ship");
        await DoAsync(vera, "Deliver");
        var held = await vera.GetAsync(Page);
        watch.Restart();
        await DoAsync(vera, "Forward", ("days", "7"));
        output.WriteLine($"a week in {watch.ElapsedMilliseconds} ms");
        await DoAsync(vera, "Forward", ("days", "7"));
        await DoAsync(vera, "Forward", ("days", "7"));
        var paid = await vera.GetAsync(Page);
        output.WriteLine($"a world takes {(GC.GetTotalMemory(forceFullCollection: true) - memory) / 1024} KB");

        Assert.Contains("The hold ends", held.Page.QuerySelector(".timeline [aria-current]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Payout to your bank", paid.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(paid.Page.QuerySelector(".timeline [aria-current]"));
        Assert.DoesNotContain("Payout to your bank", (await karl.GetAsync($"/seller/{TestMarket.Kiln}/practice")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await karl.GetAsync(Page)).Code);
        var over = await karl.PostAsync($"/seller/{TestMarket.Kiln}/practice?handler=Accept");
        Assert.Contains(PracticeErrors.Over.Message, over.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await RowHashes.OfAsync(market.Site, null)).ChangedSince(before));
    }

    [Fact]
    public async Task Places_are_few_and_end_after_a_while()
    {
        await using var worlds = new PracticeWorlds(market.Site.Services, market.Site.Clock) { Places = 1 };
        var (pottery, linen) = (TestMarket.TenantOf(TestMarket.Pottery), TestMarket.TenantOf(Applicants.Linen));
        Assert.True((await worlds.StartAsync(pottery, default)).Ok);

        Assert.Null(worlds.Find(TestMarket.TenantOf(TestMarket.Kiln)));
        Assert.Equal("practice.full", (await worlds.StartAsync(TestMarket.TenantOf(TestMarket.Kiln), default)).Error?.Code);
        var world = worlds.Find(pottery)!;
        Assert.Equal("practice.no-order", (await world.AcceptAsync(default)).Error?.Code);
        Assert.Equal("practice.nowhere-to-send", (await world.BuyAsync("nothing", default)).Error?.Code);
        Assert.True((await world.BuyAsync(market.Products[TestMarket.Pottery].Offer, default)).Ok);
        Assert.Equal("practice.not-now", (await world.ShipAsync(default)).Error?.Code);

        market.Site.Clock.Advance(PracticeWorlds.Idle + TimeSpan.FromMinutes(1));
        Assert.Equal("practice.nothing-published", (await worlds.StartAsync(linen, default)).Error?.Code);
        Assert.Null(worlds.Find(pottery));
    }

    private static async Task DoAsync(Visitor vera, string handler, params (string, string)[] body)
    {
        var answer = await vera.PostAsync(Page + "?handler=" + handler, body);
        var why = answer.IsHtml ? string.Join("; ", answer.Page.QuerySelectorAll(".error, [role=alert]").Select(e => e.TextContent.Trim())) : "";
        Assert.True(answer is { IsRedirect: true, IsLogin: false }, handler + ": " + answer.Said + why);
    }
}
