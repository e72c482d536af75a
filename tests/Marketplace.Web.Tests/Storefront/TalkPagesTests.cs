using Marketplace.Care.Reviews;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Storefront;

/// <summary>What people say, as pages show it; Mara has reviewed the pottery's second listing.</summary>
public sealed class TalkPagesTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_product_page_shows_its_reviews_within_its_two_queries_and_all_of_them_on_a_cached_page()
    {
        using var visitor = market.As(null);
        var page = await AddressAsync();
        await visitor.GetAsync(page + "?once=1");
        market.Site.Queries.Take();

        var product = await visitor.GetAsync(page + "?once=2");
        var asked = market.Site.Queries.Take();
        var all = await visitor.GetAsync(page + "/reviews");
        var first = market.Site.Queries.Take();
        var again = await visitor.GetAsync(page + "/reviews");

        Assert.Contains("Stands like a rock on the table.", product.Body, StringComparison.Ordinal);
        Assert.True(asked.Count <= 2, string.Join(Environment.NewLine, asked));
        Assert.DoesNotContain("__RequestVerificationToken", product.Body, StringComparison.Ordinal);
        Assert.Contains("Heavy and good", all.Body, StringComparison.Ordinal);
        Assert.NotEmpty(first);
        Assert.Empty(market.Site.Queries.Take());
        Assert.True(again.Headers.ContainsKey("Age"), again.Said);
        Assert.Equal(404, (await visitor.GetAsync("/p/nothing-00000000/reviews")).Code);
    }

    [Fact]
    public async Task Markup_stays_text_wherever_it_is_shown()
    {
        const string Markup = "<img src=x onerror=alert(1)> & \"quotes\" stay words.";
        var mara = await market.CallerAsync(TestMarket.Mara);
        (await market.Site.SendAsync(mara, new WriteReview(market.Talk.Line, 4, "<b>Bold</b>", Markup, [], []))).Required();
        await market.Site.DrainAsync();

        foreach (var (who, path) in ((string?, string)[])
            [
                (null, await AddressAsync() + "?once=3"), (null, await AddressAsync() + "/reviews?stars=4"),
                (null, "/reviews/" + market.Talk.Review), (TestMarket.Mara, "/account/reviews"),
                (TestMarket.Vera, $"/seller/{TestMarket.Pottery}/reviews?tab=All"), (TestMarket.Ada, "/admin/moderation"),
            ])
        {
            using var visitor = market.As(who);
            var answer = await visitor.GetAsync(path);
            Assert.True(answer.Code == 200, $"{path}: {answer.Said}");
            Assert.DoesNotContain("<img src=x", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Bold</b>", answer.Body, StringComparison.Ordinal);
            Assert.Contains(Markup, answer.Page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_is_a_download_in_a_sandbox_for_the_two_and_nothing_for_the_others()
    {
        var path = $"/messages/{market.Talk.Thread}/files/{market.Talk.File}";
        using var mara = market.As(TestMarket.Mara);
        using var vera = market.As(TestMarket.Vera);

        foreach (var answer in (Answer[])[await mara.GetAsync(path), await vera.GetAsync($"/seller/{TestMarket.Pottery}{path}")])
        {
            Assert.Equal(200, answer.Code);
            Assert.StartsWith("attachment", answer.Headers["Content-Disposition"], StringComparison.Ordinal);
            Assert.Contains("sandbox", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("private", answer.Headers["Cache-Control"], StringComparison.Ordinal);
        }

        foreach (var who in (string?[])[null, TestMarket.Nina, TestMarket.Otto, TestMarket.Karl, TestMarket.Ada])
        {
            using var other = market.As(who);
            Assert.Equal(who is null ? 401 : 404, (await other.GetAsync(path)).Code);
            Assert.NotEqual(200, (await other.GetAsync($"/seller/{TestMarket.Pottery}{path}")).Code);
        }
    }

    private async Task<string> AddressAsync()
    {
        var review = await market.Site.SendAsync(
            Marketplace.Kernel.Tenancy.Caller.Anonymous, new GetReview(market.Talk.Review));
        return "/p/" + review.Required().Slug;
    }
}
