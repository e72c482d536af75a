using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Sellers;

public sealed class SellerPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task Only_a_complete_checklist_can_be_approved()
    {
        using var ada = market.As(TestMarket.Ada);
        var (ready, bare) = (await ada.GetAsync(PathOf(Applicants.Glass)), await ada.GetAsync(PathOf(Applicants.Linen)));

        Assert.NotNull(ready.Page.QuerySelector("form[action$='handler=Approve']"));
        Assert.Null(bare.Page.QuerySelector("form[action$='handler=Approve']"));
        Assert.NotNull(bare.Page.QuerySelector("form[action$='handler=Changes']"));
        var forced = await ada.PostAsync(PathOf(Applicants.Linen) + "?handler=Approve");
        Assert.Equal(422, forced.Code);
        Assert.Contains("checklist", forced.Page.QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_without_a_real_reason_is_refused_and_what_was_typed_is_kept()
    {
        using var ada = market.As(TestMarket.Ada);
        var answer = await ada.PostAsync(PathOf(Applicants.Paper) + "?handler=Reject", ("Input.Reason", "no"));

        Assert.Equal(400, answer.Code);
        Assert.Contains("Say why", answer.Page.QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("no", answer.Page.QuerySelector("#reject-reason")!.TextContent);
    }

    [Fact]
    public async Task A_suspension_takes_the_shop_out_of_sight_and_stands_in_its_history()
    {
        using var ada = market.As(TestMarket.Ada);
        var path = PathOf(TestMarket.Kiln);
        Assert.True((await ada.PostAsync(path + "?handler=Suspend", ("Input.Reason", "Parcels never arrive."))).IsRedirect);

        using var stranger = market.As(null);
        Assert.Equal(404, (await stranger.GetAsync("/s/" + TestMarket.Kiln)).Code);
        var page = await ada.GetAsync(path);
        var newest = page.Page.QuerySelector(".timeline li")!.TextContent;
        Assert.Contains("Parcels never arrive.", newest, StringComparison.Ordinal);
        Assert.Contains("Ada", newest, StringComparison.Ordinal);
        Assert.True((await ada.PostAsync(path + "?handler=Reopen", ("Input.Reason", "They arrive again now."))).IsRedirect);
    }

    [Fact]
    public async Task Support_sees_the_shop_and_its_orders_but_no_money_and_agrees_nothing()
    {
        using var finn = market.As(TestMarket.Finn);
        var path = PathOf(TestMarket.Pottery);
        var page = await finn.GetAsync(path);

        Assert.Contains("pottery", page.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($"a[href='/admin/orders?seller={TestMarket.TenantOf(TestMarket.Pottery)}']"));
        Assert.Null(page.Page.QuerySelector(".river"));
        Assert.Null(page.Page.QuerySelector("form[action$='handler=Agree']"));
        Assert.Equal(403, (await finn.PostAsync(path + "?handler=Agree", ("Input.Commission", "0"))).Code);
    }

    [Fact]
    public async Task The_list_is_searched_and_told_apart_by_state()
    {
        using var ada = market.As(TestMarket.Ada);
        var waiting = await ada.GetAsync("/admin/sellers?state=InReview");
        var found = await ada.GetAsync("/admin/sellers?q=pot");

        Assert.Contains("linen", waiting.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("pottery", waiting.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Single(found.Page.QuerySelectorAll("main tbody tr"));
    }

    private static string PathOf(string slug) => "/admin/sellers/" + TestMarket.TenantOf(slug);
}
