using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Seller;

public sealed class HookPagesTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const string Hooks = "/seller/pottery/settings/hooks";

    [Fact]
    public async Task A_webhook_is_added_its_secret_shown_once_and_changed_over()
    {
        using var vera = market.As(TestMarket.Vera);
        var wrong = await vera.PostAsync(Hooks + "?handler=Add", ("Input.Url", "ftp://pottery.example.com"), ("Input.Events", "order.placed"));
        Assert.Equal(400, wrong.Code);
        Assert.Contains("begins with https://", wrong.Body, StringComparison.Ordinal);
        Assert.NotNull(wrong.Page.QuerySelector("input[value='order.placed'][checked]"));

        var added = await vera.PostAsync(Hooks + "?handler=Add", ("Input.Url", "https://pottery.example.com/in"), ("Input.Events", "order.placed"));
        var first = await vera.GetAsync(added.LeadsTo);
        Assert.Contains("whsec_", first.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", (await vera.GetAsync(added.LeadsTo)).Body, StringComparison.Ordinal);
        await vera.PostAsync(added.LeadsTo + "?handler=Rotate");
        var changed = await vera.GetAsync(added.LeadsTo);

        Assert.Contains("whsec_", changed.Body, StringComparison.Ordinal);
        Assert.Contains("signs as well until", changed.Body, StringComparison.Ordinal);
        Assert.Contains("https://pottery.example.com/in", (await vera.GetAsync(Hooks)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_what_was_sent_how_it_went_and_sends_it_again()
    {
        using var vera = market.As(TestMarket.Vera);
        var page = $"{Hooks}/{market.HookId}";
        var log = await vera.GetAsync(page + "?state=GivenUp");
        Assert.Equal(2, log.Page.QuerySelectorAll("tbody tr").Length);
        var open = await vera.GetAsync($"{page}?state=GivenUp&open={LeftWork.Delivery}");
        Assert.Contains("Oh no", open.Body, StringComparison.Ordinal);
        Assert.Contains("It took longer than ten seconds to answer.", open.Body, StringComparison.Ordinal);
        Assert.Contains("msg_" + LeftWork.Delivery, open.Body, StringComparison.Ordinal);

        Assert.True((await vera.PostAsync(page + "?handler=Replay", ("delivery", LeftWork.Delivery))).IsRedirect);

        Assert.Single((await vera.GetAsync(page + "?state=GivenUp")).Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(404, (await vera.GetAsync($"{page}?open=01aaaaaaaaaaaaaaaaaaaaaaaa")).Code);
    }
}
