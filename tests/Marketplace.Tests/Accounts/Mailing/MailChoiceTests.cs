using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts.Mailing;

public sealed class MailChoiceTests
{
    [Fact]
    public async Task What_was_switched_off_is_not_sent_and_what_must_be_told_is()
    {
        await using var host = await TestHost.StartAsync();
        var ana = await host.PersonAsync("ana");
        await QueueAsync(host, ana, "one", MailTopic.Messages);
        await host.SendAsync(ana, new ChooseMails(new Dictionary<MailTopic, bool> { [MailTopic.Messages] = false }));

        await QueueAsync(host, ana, "two", MailTopic.Messages);
        await QueueAsync(host, ana, "three", MailTopic.NewListings);
        await QueueAsync(host, ana, "four", null);

        Assert.Equal(["four", "one"], (await host.MailsToAsync("ana@example.com")).Select(m => m.Key).Order(StringComparer.Ordinal));
        var choices = (await host.SendAsync(ana, new GetMailChoices())).Required();
        Assert.Equal((false, true, false), (choices[MailTopic.Messages], choices[MailTopic.Answers], choices[MailTopic.NewListings]));
    }

    [Fact]
    public async Task The_link_in_a_mail_stops_its_kind_for_its_reader_alone()
    {
        await using var host = await TestHost.StartAsync();
        var (ana, ben) = (await host.PersonAsync("ana"), await host.PersonAsync("ben"));
        await QueueAsync(host, ana, "one", MailTopic.Messages);
        var link = await host.WithPlatformAsync(db => db.Set<QueuedMail>().Select(m => m.StopUrl).SingleAsync());
        var token = Uri.UnescapeDataString(link!.Split("/unsubscribe/")[1]);

        Assert.Equal(MailTopic.Messages, (await host.SendAsync(Caller.Anonymous, new ReadStopLink(token))).Value);
        Assert.True((await host.SendAsync(ana, new GetMailChoices())).Required()[MailTopic.Messages]);
        Assert.Equal(MailTopic.Messages, (await host.SendAsync(Caller.Anonymous, new StopMails(token))).Value);
        Assert.Equal(MailErrors.NoSuchLink, (await host.SendAsync(Caller.Anonymous, new StopMails(token[1..]))).Error);

        Assert.False((await host.SendAsync(ana, new GetMailChoices())).Required()[MailTopic.Messages]);
        Assert.True((await host.SendAsync(ben, new GetMailChoices())).Required()[MailTopic.Messages]);
    }

    private static async Task QueueAsync(TestHost host, Caller person, string key, MailTopic? topic) =>
        (await host.SendAsync(Caller.System, new QueueMail(
            key, "ana@example.com", new MailText("Hello", "Hello", ["Hello"]), BuyerId: person.BuyerId, Topic: topic))).Done();
}
