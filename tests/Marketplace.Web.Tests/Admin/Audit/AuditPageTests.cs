using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Audit;

public sealed class AuditPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task The_log_of_one_shop_is_read_and_taken_away_as_a_file()
    {
        using var ada = market.As(TestMarket.Ada);

        var page = await ada.GetAsync("/admin/audit?shop=pottery");
        Assert.NotEmpty(page.Page.QuerySelectorAll("main tbody tr"));
        Assert.Empty((await ada.GetAsync("/admin/audit?shop=nobody")).Page.QuerySelectorAll("main tbody tr"));
        var form = PageForm.In(page, "/admin/audit").Single(f => f.Action.Contains("Export", StringComparison.Ordinal));
        Assert.Contains("shop=pottery", form.Action, StringComparison.Ordinal);

        var file = await ada.PostAsync(form.Action);

        Assert.StartsWith("text/csv", file.Headers["Content-Type"], StringComparison.Ordinal);
        var rows = file.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Id,When (UTC),Who,Name,Action,Kind,About,Shop,Detail", rows[0]);
        Assert.True(rows.Length > 1);
        Assert.All(rows[1..], row => Assert.Contains(TestMarket.TenantOf(TestMarket.Pottery), row, StringComparison.Ordinal));
        Assert.Contains("audit.exported", (await ada.GetAsync("/admin/audit?what=audit.")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_went_out_is_sent_once_more_from_its_page()
    {
        using var ada = market.As(TestMarket.Ada);
        var open = "/admin/mail?id=" + LeftWork.SentMail;
        Assert.Contains(PageForm.In(await ada.GetAsync(open), open), f => f.Action.Contains("Again", StringComparison.Ordinal));

        Assert.True((await ada.PostAsync("/admin/mail?handler=Again", ("id", LeftWork.SentMail))).IsRedirect);

        var mails = (await ada.GetAsync("/admin/mail?to=there@")).Page.QuerySelectorAll("main tbody tr");
        Assert.Equal(2, mails.Length);
    }
}
