using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Jobs;

public sealed class JobsPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_job_is_run_by_hand_and_its_outcome_told()
    {
        using var ada = market.As(TestMarket.Ada);
        Assert.Equal(404, (await ada.PostAsync("/admin/jobs?handler=Run", ("name", "nothing"))).Code);
        Assert.True((await ada.PostAsync("/admin/jobs?handler=Run", ("name", "process-stripe-events"))).IsRedirect);

        var page = await ada.GetAsync("/admin/jobs");
        Assert.Contains("process-stripe-events has run", page.Page.QuerySelector(".flashes")!.TextContent, StringComparison.Ordinal);
        var row = page.Page.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("b")?.TextContent == "process-stripe-events");
        Assert.Contains("processed", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fine", row.TextContent, StringComparison.Ordinal);
        var audit = await ada.GetAsync("/admin/audit?what=job.&who=ada@example.com");
        Assert.Contains("process-stripe-events", audit.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_given_up_is_shown_and_delivered_again_on_demand()
    {
        using var ada = market.As(TestMarket.Ada);
        var before = await ada.GetAsync("/admin/jobs");
        Assert.True((await ada.PostAsync("/admin/jobs?handler=Retry", ("id", LeftWork.Message))).IsRedirect);
        await market.Site.DrainAsync();
        var after = await ada.GetAsync("/admin/jobs");

        Assert.Contains("Stuck", before.Page.QuerySelector("#events tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Retrying", after.Page.QuerySelector("#events tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (await ada.PostAsync("/admin/jobs?handler=Retry", ("id", "nothing"))).Code);
    }
}
