using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Webhooks;

public sealed class WebhooksPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_stuck_event_is_found_opened_and_replayed()
    {
        using var ada = market.As(TestMarket.Ada);
        var found = await ada.GetAsync("/admin/webhooks?q=ch_1");
        var open = await ada.GetAsync("/admin/webhooks?id=" + LeftWork.Event);
        Assert.True((await ada.PostAsync("/admin/webhooks?handler=Replay", ("account", ""), ("id", LeftWork.Event))).IsRedirect);
        var after = await ada.GetAsync("/admin/webhooks?state=Waiting&q=" + LeftWork.Event);

        Assert.Single(found.Page.QuerySelectorAll("main tbody tr"));
        Assert.Contains("No answer", open.Page.QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Single(after.Page.QuerySelectorAll("main tbody tr"));
        Assert.Equal(404, (await ada.GetAsync("/admin/webhooks?id=evt_nothing")).Code);
    }

    [Fact]
    public async Task A_call_that_fails_is_shown_and_made_again_on_demand()
    {
        using var ada = market.As(TestMarket.Ada);
        var calls = await ada.GetAsync("/admin/webhooks?show=calls");
        Assert.True((await ada.PostAsync("/admin/webhooks?handler=Retry", ("id", LeftWork.Call))).IsRedirect);

        Assert.Contains("Pay back", calls.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (await ada.PostAsync("/admin/webhooks?handler=Retry", ("id", "nothing"))).Code);
    }
}
