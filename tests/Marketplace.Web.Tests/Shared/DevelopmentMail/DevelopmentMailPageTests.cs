using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Shared.DevelopmentMail;

public sealed class DevelopmentMailPageTests
{
    private static readonly MailText Text = new("Come in", "Come in", ["Here is your link."], new MailLink("Open", "/confirm/secret-1"));

    [Fact]
    public async Task A_developer_reads_the_mails_of_this_machine_and_follows_their_links()
    {
        await using var site = await StartAsync(("Mail:ShowToEveryone", "true"));
        using var visitor = site.Visitor();

        var list = await visitor.GetAsync("/dev/mail");
        var mail = await visitor.GetAsync(list.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);

        Assert.NotNull(mail.Page.QuerySelector("a[href$='/confirm/secret-1']"));
        Assert.Equal(404, (await visitor.GetAsync("/dev/mail/nothing")).Code);
    }

    [Fact]
    public async Task Somebody_on_another_machine_finds_nothing_there()
    {
        await using var site = await StartAsync(("Mail:ShowToEveryone", "true"), ("Platform:KnownProxies:0", "127.0.0.1"));
        using var visitor = site.Visitor();

        var answer = await visitor.SendAsync(HttpMethod.Get, "/dev/mail", null, ("X-Forwarded-For", "203.0.113.9"));

        Assert.Equal(404, answer.Code);
        Assert.Equal(200, (await visitor.GetAsync("/dev/mail")).Code);
    }

    [Fact]
    public async Task Without_the_option_it_is_not_there()
    {
        await using var site = await StartAsync();
        using var visitor = site.Visitor();

        Assert.Equal(404, (await visitor.GetAsync("/dev/mail")).Code);
    }

    [Fact]
    public async Task Outside_development_it_has_no_route()
    {
        await using var site = await StartAsync(
            ("environment", "Production"), ("Mail:ShowToEveryone", "true"), ("Stripe:SecretKey", "sk_test_1"),
            ("Stripe:PlatformWebhookSecret", "whsec_1"), ("Stripe:ConnectWebhookSecret", "whsec_2"));

        Assert.DoesNotContain(await SiteRoute.AllAsync(site), r => r.Pattern.StartsWith("/dev", StringComparison.Ordinal));
    }

    private static async Task<WebSite> StartAsync(params (string, string)[] settings)
    {
        var site = await WebSite.StartAsync(settings);
        (await site.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text, IsSecret: true))).Done();
        return site;
    }
}
