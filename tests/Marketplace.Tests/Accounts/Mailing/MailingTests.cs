using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Mailing;

public sealed class MailingTests
{
    private static readonly MailText Text = new("Shipped", "On its way", ["Your parcel left <today>."], new MailLink("Track", "/t/1"));

    [Fact]
    public async Task One_key_is_one_mail_however_often_it_is_queued_or_sent()
    {
        var mailer = new Outbox();
        await using var host = await StartAsync(mailer);

        (await host.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text))).Done();
        (await host.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text))).Done();
        await host.RunJobAsync("send-mail");
        await host.RunJobAsync("send-mail");

        var mail = Assert.Single(mailer.Sent);
        Assert.Contains("http://localhost:5080/t/1", mail.Text);
        Assert.Contains("left &lt;today&gt;.", mail.Html);
    }

    [Fact]
    public async Task A_mail_that_never_came_goes_out_once_more_but_not_one_that_opened_something()
    {
        var mailer = new Outbox();
        await using var host = await StartAsync(mailer);
        var admin = await host.AdminAsync();
        (await host.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text))).Done();
        (await host.SendAsync(Caller.System, new QueueMail("secret", "ben@example.com", Text, IsSecret: true))).Done();
        var mails = (await host.SendAsync(admin, new ListMails())).Required().Page.Items.ToDictionary(m => m.Recipient, m => m.Id);
        Assert.Equal("mail.not-sent", (await host.SendAsync(admin, new ResendMail(mails["ana@example.com"]))).Error?.Code);
        await host.RunJobAsync("send-mail");

        for (var i = 0; i < 2; i++) (await host.SendAsync(admin, new ResendMail(mails["ana@example.com"]))).Done();
        Assert.Equal("mail.not-kept", (await host.SendAsync(admin, new ResendMail(mails["ben@example.com"]))).Error?.Code);
        Assert.Equal("mail.not-found", (await host.SendAsync(admin, new ResendMail("none"))).Error?.Code);
        await host.RunJobAsync("send-mail");

        Assert.Equal(2, mailer.Sent.Count(m => m.To == "ana@example.com"));
        Assert.Single(mailer.Sent, m => m.To == "ben@example.com");
    }

    [Fact]
    public async Task Two_who_send_it_once_more_at_once_send_it_once()
    {
        var mailer = new Outbox();
        await using var host = await StartAsync(mailer);
        var admin = await host.AdminAsync();
        (await host.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text))).Done();
        await host.RunJobAsync("send-mail");
        var id = (await host.SendAsync(admin, new ListMails())).Required().Page.Items[0].Id;

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => host.SendAsync(admin, new ResendMail(id))));
        await host.RunJobAsync("send-mail");

        Assert.All(both, r => Assert.True(r.Ok || r.Error.Code == "mail.just-sent"));
        Assert.Equal(2, mailer.Sent.Count);
    }

    [Theory]
    [InlineData("ana@example.com\r\nBcc: all@example.com")]
    [InlineData("ana@example.com, all@example.com")]
    [InlineData("<ana@example.com>")]
    [InlineData("ana@")]
    public async Task A_recipient_is_one_plain_address(string to)
    {
        await using var host = await StartAsync(new Outbox());

        Assert.Equal("input.invalid", (await host.SendAsync(Caller.System, new QueueMail("k", to, Text))).Error?.Code);
    }

    [Fact]
    public async Task A_line_end_in_a_subject_becomes_a_blank()
    {
        await using var host = await StartAsync(new Outbox());
        await host.SendAsync(
            Caller.System, new QueueMail("k", "ana@example.com", Text with { Subject = "Hi\r\nBcc: all@example.com\u2028x" }));

        Assert.Equal("Hi Bcc: all@example.com x", Assert.Single(await host.MailsToAsync("ana@example.com")).Subject);
    }

    [Fact]
    public async Task A_mail_that_fails_is_tried_later_given_up_after_ten_tries_and_sent_when_an_admin_says_so()
    {
        var mailer = new Outbox { Broken = true };
        await using var host = await StartAsync(mailer);
        var admin = await host.AdminAsync(AdminRole.Operations);
        (await host.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text))).Done();

        for (var i = 0; i < 10; i++)
        {
            await host.RunJobAsync("send-mail");
            await host.RunJobAsync("send-mail");
            host.Clock.Advance(TimeSpan.FromHours(1));
        }

        var dead = Assert.Single((await host.SendAsync(admin, new ListMails("dead"))).Required().Page.Items);
        Assert.Equal((10, 10, "No route to host"), (mailer.Tries, dead.Attempts, dead.LastError));
        mailer.Broken = false;
        (await host.SendAsync(admin, new RetryMail(dead.Id))).Done();
        await host.RunJobAsync("send-mail");
        Assert.Single(mailer.Sent);
        Assert.Equal("mail.not-dead", (await host.SendAsync(admin, new RetryMail(dead.Id))).Error?.Code);
        Assert.Equal("mail.not-found", (await host.SendAsync(admin, new RetryMail("nothing"))).Error?.Code);
    }

    [Fact]
    public async Task A_mail_leased_by_a_process_that_died_is_sent_after_its_lease_under_the_same_key()
    {
        var mailer = new Outbox { Dies = true };
        await using var host = await StartAsync(mailer);
        (await host.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text))).Done();

        var failed = await host.RunJobAsync("send-mail");
        mailer.Dies = false;
        await host.RunJobAsync("send-mail");
        var during = mailer.Sent.Count;
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        await host.RunJobAsync("send-mail");

        Assert.StartsWith("failed", failed);
        Assert.Equal(0, during);
        Assert.Equal("k", Assert.Single(mailer.Sent).Key);
    }

    [Fact]
    public async Task A_secret_mail_is_wiped_once_sent_and_never_shown_to_admins()
    {
        await using var host = await StartAsync(new Outbox());
        var admin = await host.AdminAsync(AdminRole.Operations);
        (await host.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text, IsSecret: true))).Done();
        var id = (await host.SendAsync(admin, new ListMails(To: "ana"))).Required().Page.Items[0].Id;

        var before = (await host.SendAsync(admin, new GetMail(id))).Required();
        await host.RunJobAsync("send-mail");

        Assert.Equal(("", ""), (before.Text, before.Html));
        Assert.Equal("", (await host.WithPlatformAsync(db => db.Mails.SingleAsync())).Html);
        Assert.Equal("mail.not-found", (await host.SendAsync(admin, new GetMail("nothing"))).Error?.Code);
    }

    [Fact]
    public async Task Everybody_reads_the_mails_on_a_developers_machine_and_nobody_elsewhere()
    {
        await using var production = await StartAsync(new Outbox());
        await using var development = await StartAsync(new Outbox(), show: true);
        (await development.SendAsync(Caller.System, new QueueMail("k", "ana@example.com", Text, IsSecret: true))).Done();
        await development.RunJobAsync("send-mail");

        var refused = await production.SendAsync(Caller.Anonymous, new ListDevelopmentMails());
        var mails = (await development.SendAsync(Caller.Anonymous, new ListDevelopmentMails())).Required().Mails;
        var open = (await development.SendAsync(Caller.Anonymous, new ListDevelopmentMails(mails[0].Id))).Required().Open;

        Assert.Equal("mail.not-found", refused.Error?.Code);
        Assert.Contains("/t/1", open!.Text);
    }

    [Fact]
    public async Task The_folder_holds_one_readable_file_a_key()
    {
        var folder = Directory.CreateTempSubdirectory("mails").FullName;
        await using var host = await TestHost.StartAsync(
            settings: new Dictionary<string, string?> { ["Mail:Folder"] = folder });
        var mailer = host.Services.GetRequiredService<IMailer>();
        var mail = new Mail("k", "ana@example.com", "Grüße", "Text", "<p>Html</p>");

        await mailer.SendAsync(mail, default);
        await mailer.SendAsync(mail, default);

        var file = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder)));
        Assert.Contains("To: ana@example.com", file);
        Assert.Contains("multipart/alternative", file);
        Directory.Delete(folder, recursive: true);
    }

    private static Task<TestHost> StartAsync(Outbox mailer, bool show = false) => TestHost.StartAsync(
        s => s.AddSingleton<IMailer>(mailer),
        new Dictionary<string, string?> { ["Mail:ShowToEveryone"] = show.ToString() });

    private sealed class Outbox : IMailer
    {
        public List<Mail> Sent { get; } = [];

        public int Tries { get; private set; }

        public bool Broken { get; set; }

        /// <summary>Fails in a way that no adapter translates: the process is gone.</summary>
        public bool Dies { get; set; }

        public Task SendAsync(Mail mail, CancellationToken cancellation)
        {
            Tries++;
            if (Dies) throw new InvalidOperationException("gone");
            if (Broken) throw new MailFailedException("No route to host");
            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
