using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Money;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Money.Payments;

/// <summary>What the console shows of calls and events that are stuck, and how it gets them going.</summary>
public sealed class StuckMoneyTests
{
    [Fact]
    public async Task Only_what_is_stuck_is_counted_with_its_age()
    {
        await using var host = await TestHost.StartAsync();
        var (finance, now) = (await host.AdminAsync(AdminRole.Finance), host.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(new MoneyQueue(0, null), (await host.SendAsync(finance, new GetMoneyQueues())).Required().Events);
        await AddAsync(host,
            Event("dead", StripeEventState.Dead, now.AddHours(-2)), Event("late", StripeEventState.Waiting, now.AddMinutes(-6)),
            Event("fresh", StripeEventState.Waiting, now.AddMinutes(-1)), Event("done", StripeEventState.Done, now.AddHours(-9)),
            Call("failing", PaymentCommandState.New, "No answer", now.AddHours(-1)), Call("new", PaymentCommandState.New, null, now),
            Call("refused", PaymentCommandState.Failed, "No such charge", now.AddDays(-1)));

        var queues = (await host.SendAsync(finance, new GetMoneyQueues())).Required();
        var calls = (await host.SendAsync(finance, new ListPaymentCalls())).Required();

        Assert.Equal(new MoneyQueue(2, now.AddHours(-2)), queues.Events);
        Assert.Equal(new MoneyQueue(1, now.AddHours(-1)), queues.Calls);
        Assert.Equal(0, queues.Transfers.Count);
        Assert.Equal([("failing", false), ("refused", true)], calls.Select(c => (c.Id, c.IsRefused)));
    }

    [Fact]
    public async Task A_replayed_event_waits_again_and_its_tries_begin_anew()
    {
        await using var host = await TestHost.StartAsync();
        var (finance, now) = (await host.AdminAsync(AdminRole.Finance), host.Clock.GetUtcNow().UtcDateTime);
        await AddAsync(host, Event("dead", StripeEventState.Dead, now.AddHours(-2)));

        (await host.SendAsync(finance, new ReplayStripeEvent("", "dead"))).Done();

        var found = (await host.SendAsync(finance, new GetStripeEvent("", "dead"))).Required().Line;
        Assert.Equal((StripeEventState.Waiting, 0, null), (found.State, found.Attempts, found.LastError));
        Assert.Equal("webhook.not-found", (await host.SendAsync(finance, new ReplayStripeEvent("acct_1", "dead"))).Error?.Code);
        Assert.Equal("webhook.not-found", (await host.SendAsync(finance, new GetStripeEvent("", "nothing"))).Error?.Code);
    }

    [Fact]
    public async Task The_inbox_is_read_on_page_by_page_without_gap_or_repeat()
    {
        await using var host = await TestHost.StartAsync();
        var (finance, now) = (await host.AdminAsync(AdminRole.Finance), host.Clock.GetUtcNow().UtcDateTime);
        // Many came in the same instant.
        await AddAsync(host, [.. Enumerable.Range(0, 120).Select(i => Event($"evt_{i:000}", StripeEventState.Done, now.AddSeconds(i / 70)))]);

        List<string> seen = [];
        for (string? after = null, first = ""; first is not null; first = after)
        {
            var page = (await host.SendAsync(finance, new ListStripeEvents(After: after))).Required().Page;
            seen.AddRange(page.Items.Select(e => e.Id));
            after = page.Next;
        }

        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(120, seen.Count);
        var one = (await host.SendAsync(finance, new ListStripeEvents(Search: "evt_007"))).Required().Page.Items;
        Assert.Equal("evt_007", Assert.Single(one).Id);
        Assert.Empty((await host.SendAsync(finance, new ListStripeEvents(StripeEventState.Dead))).Required().Page.Items);
    }

    [Fact]
    public async Task A_waiting_call_is_made_at_once_and_a_refused_one_is_not()
    {
        await using var host = await TestHost.StartAsync();
        var (finance, now) = (await host.AdminAsync(AdminRole.Finance), host.Clock.GetUtcNow().UtcDateTime);
        await AddAsync(host, Call("failing", PaymentCommandState.New, "No answer", now), Call("refused", PaymentCommandState.Failed, "No", now));

        (await host.SendAsync(finance, new RetryPaymentCall("failing"))).Done();

        Assert.Equal(now, await host.WithPlatformAsync(db => db.Set<PaymentCommand>().Where(c => c.Id == "failing").Select(c => c.DueAtUtc).SingleAsync()));
        Assert.Equal("payment-call.not-waiting", (await host.SendAsync(finance, new RetryPaymentCall("refused"))).Error?.Code);
        Assert.Equal("payment-call.not-found", (await host.SendAsync(finance, new RetryPaymentCall("nothing"))).Error?.Code);
    }

    private static StripeEvent Event(string id, StripeEventState state, DateTime received) => new()
    {
        Id = id, Account = "", Type = "charge.updated", ObjectId = "ch_1", ObjectState = "x", ApiVersion = "v1", Raw = "{}",
        ReceivedAtUtc = received, DueAtUtc = received, State = state, Attempts = 12, LastError = "No answer",
    };

    private static PaymentCommand Call(string id, PaymentCommandState state, string? error, DateTime created) => new()
    {
        Id = id, Kind = PaymentCommandKind.Refund, Reference = id, Parameters = "{}", CreatedAtUtc = created,
        DueAtUtc = created.AddYears(1), State = state, LastError = error,
    };

    private static Task<int> AddAsync(TestHost host, params object[] rows) => host.WithPlatformAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });
}
