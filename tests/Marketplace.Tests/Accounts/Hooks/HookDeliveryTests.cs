using Marketplace.Accounts.Hooks;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Kernel.Results;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts.Hooks;

public sealed class HookDeliveryTests
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    [Fact]
    public async Task An_event_arrives_once_signed_at_each_webhook_that_listens_and_nowhere_else()
    {
        await using var world = await HooksWorld.StartAsync();
        world.Receiver.Answer = _ => (200, "Thanks \0\u0007for it. " + new string('x', 5000));
        await world.QueueAsync();
        await world.QueueAsync(HookEvents.OrderDelivered);
        await world.QueueAsync(tenantId: world.Karl.TenantId);

        await world.SendDueAsync();
        await world.SendDueAsync();

        var got = Assert.Single(world.Receiver.All);
        Assert.Equal("application/json", got.Type);
        Assert.Equal(TestHost.Start.ToUnixTimeSeconds(), got.Timestamp);
        Assert.Equal("""{"type":"order.placed","timestamp":"2026-03-02T09:00:00Z","data":{"orderId":"so_1"}}""", got.Body);
        Assert.Equal(HookSignature.Of([world.Hook.Secret], got.Id, got.Timestamp, got.Body), got.Signature);
        var line = Assert.Single(await world.LogAsync());
        Assert.Equal((HookDeliveryState.Delivered, 200, 1), (line.State, line.Last!.Status, line.Attempts));
        Assert.StartsWith("Thanks for it. xxx", line.Last.Answer, StringComparison.Ordinal);
        Assert.True(line.Last.Answer.Length is > 900 and <= HookAttempt.LongestAnswer);
        Assert.Equal(TestHost.Start.UtcDateTime, (await world.ViewAsync()).DeliveredAtUtc);
        Assert.Equal("msg_" + line.Id, got.Id);
    }

    [Fact]
    public async Task What_fails_is_tried_later_under_one_id_given_up_after_days_and_replayed()
    {
        await using var world = await HooksWorld.StartAsync();
        world.Receiver.Answer = got => (302, "");
        await world.QueueAsync();
        foreach (var wait in Waits)
        {
            await world.SendDueAsync();
            var waiting = Assert.Single(await world.LogAsync(HookDeliveryState.Waiting));
            Assert.Equal(world.Host.Clock.GetUtcNow().UtcDateTime + wait, waiting.DueAtUtc);
            world.Host.Clock.Advance(wait - TimeSpan.FromSeconds(1));
            await world.SendDueAsync();
            world.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await world.SendDueAsync();

        Assert.Equal(Waits.Length + 1, world.Receiver.All.Count);
        Assert.Single(world.Receiver.All.Select(g => g.Id).Distinct());
        Assert.Equal(Waits.Length + 1, world.Receiver.All.Select(g => g.Signature).Distinct().Count());
        var line = Assert.Single(await world.LogAsync(HookDeliveryState.GivenUp));
        Assert.Equal(302, line.Last!.Status);
        Assert.Empty(await world.LogAsync(HookDeliveryState.Waiting));

        world.Receiver.Answer = _ => (200, "");
        Assert.Equal("hook.no-delivery", (await world.Host.SendAsync(world.Vera, new ReplayHookDelivery(world.Hook.Id, "x"))).Error?.Code);
        (await world.Host.SendAsync(world.Vera, new ReplayHookDelivery(world.Hook.Id, line.Id))).Done();
        Assert.Equal("hook.on-its-way", (await world.Host.SendAsync(world.Vera, new ReplayHookDelivery(world.Hook.Id, line.Id))).Error?.Code);
        await world.SendDueAsync();
        Assert.Single(world.Receiver.All.Select(g => g.Id).Distinct());
        var view = (await world.Host.SendAsync(world.Vera, new GetHookDelivery(world.Hook.Id, line.Id))).Required();
        Assert.Equal((HookDeliveryState.Delivered, Waits.Length + 2), (view.Line.State, view.Attempts.Count));
        Assert.Null((await world.ViewAsync()).FailingSinceUtc);
    }

    [Fact]
    public async Task After_five_days_without_one_success_it_is_switched_off_with_a_mail_and_switched_on_again()
    {
        await using var world = await HooksWorld.StartAsync();
        world.Receiver.Answer = _ => (503, "Come back later");
        for (var day = 0; day < 5; day++)
        {
            await world.QueueAsync();
            await world.SendDueAsync();
            world.Host.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(HookState.On, (await world.ViewAsync()).State);
        await world.SendDueAsync();

        Assert.Equal(HookState.Failed, (await world.ViewAsync()).State);
        await world.SendDueAsync();
        Assert.Equal(5, (await world.LogAsync(HookDeliveryState.GivenUp)).Count);
        var mail = Assert.Single(await world.Host.MailsToAsync("vera@example.com"), m => m.Subject.Contains("webhook", StringComparison.Ordinal));
        Assert.Contains($"/seller/pottery/settings/hooks/{world.Hook.Id}", mail.Text, StringComparison.Ordinal);
        await world.QueueAsync();
        Assert.Equal(5, (await world.LogAsync()).Count);
        Assert.Equal("hook.off", (await world.Host.SendAsync(world.Vera, new ReplayGivenUp(world.Hook.Id))).Error?.Code);
        Assert.Equal("hook.off", (await world.Host.SendAsync(world.Vera, new TestHook(world.Hook.Id))).Error?.Code);

        world.Receiver.Answer = _ => (200, "");
        (await world.Host.SendAsync(world.Vera, new SwitchHook(world.Hook.Id, On: true))).Done();
        Assert.Equal(5, (await world.Host.SendAsync(world.Vera, new ReplayGivenUp(world.Hook.Id))).Required());
        Assert.Equal("sent 5 events, 0 to try again", await world.SendDueAsync());
    }

    [Fact]
    public async Task Who_says_gone_is_switched_off_at_once_and_a_try_arrives_like_any_event()
    {
        await using var world = await HooksWorld.StartAsync();
        (await world.Host.SendAsync(world.Vera, new TestHook(world.Hook.Id))).Done();
        await world.SendDueAsync();
        Assert.Contains("webhook.test", Assert.Single(world.Receiver.All).Body, StringComparison.Ordinal);

        world.Receiver.Answer = _ => (410, "");
        await world.QueueAsync();
        await world.SendDueAsync();

        Assert.Equal(HookState.Failed, (await world.ViewAsync()).State);
        Assert.Single(await world.Host.MailsToAsync("vera@example.com"), m => m.Text.Contains("410", StringComparison.Ordinal));
    }

    [Fact]
    public async Task For_a_day_after_a_change_both_secrets_sign()
    {
        await using var world = await HooksWorld.StartAsync();
        var fresh = (await world.Host.SendAsync(world.Vera, new RotateHookSecret(world.Hook.Id))).Required();
        await world.QueueAsync();
        await world.SendDueAsync();
        world.Host.Clock.Advance(TimeSpan.FromHours(24));
        await world.QueueAsync();
        await world.SendDueAsync();

        var (both, one) = (world.Receiver.All.First(), world.Receiver.All.Last());
        Assert.Equal(HookSignature.Of([fresh, world.Hook.Secret], both.Id, both.Timestamp, both.Body), both.Signature);
        Assert.Equal(HookSignature.Of([fresh], one.Id, one.Timestamp, one.Body), one.Signature);
        Assert.DoesNotContain(fresh, await world.Host.WithPlatformAsync(
            db => db.HookEndpoints.Select(e => e.SealedSecret + e.OldSealedSecret).SingleAsync()), StringComparison.Ordinal);
    }

    /// <summary>A process dies with its request on the way: the lease ends, and it is sent again under the same id.</summary>
    [Fact]
    public async Task A_process_that_dies_while_it_sends_leaves_the_delivery_to_the_next()
    {
        await using var world = await HooksWorld.StartAsync();
        using var power = new CancellationTokenSource();
        world.Receiver.Answer = _ =>
        {
            power.Cancel();
            return (200, "");
        };
        await world.QueueAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.DieAsync(power.Token));
        await world.Host.RestartAsync();
        world.Receiver.Answer = _ => (200, "");

        await world.SendDueAsync();
        Assert.Single(world.Receiver.All);
        world.Host.Clock.Advance(TimeSpan.FromSeconds(61));
        await world.SendDueAsync();

        Assert.Equal(2, world.Receiver.All.Count);
        Assert.Single(world.Receiver.All.Select(g => g.Id).Distinct());
        Assert.Equal(HookDeliveryState.Delivered, Assert.Single(await world.LogAsync()).State);
    }

    [Fact]
    public async Task Two_processes_at_once_send_each_delivery_once_and_a_dead_webhook_holds_up_nobody()
    {
        await using var world = await HooksWorld.StartAsync();
        (await world.Host.SendAsync(world.Vera, new AddHook("http://127.0.0.1:1025/", [HookEvents.OrderPlaced]))).Required();
        // The job's own row is there before two runs want to write it.
        await world.SendDueAsync();
        for (var i = 0; i < 30; i++) await world.QueueAsync();

        await Task.WhenAll(world.SendDueAsync(), world.SendDueAsync());
        await world.SendDueAsync();

        Assert.Equal(30, world.Receiver.All.Count);
        Assert.Equal(30, world.Receiver.All.Select(g => g.Id).Distinct().Count());
        Assert.All(await world.LogAsync(), line => Assert.Equal(HookDeliveryState.Delivered, line.State));
    }

    [Fact]
    public async Task After_thirty_days_a_delivery_is_forgotten()
    {
        await using var world = await HooksWorld.StartAsync();
        for (var i = 0; i < ForgetOldHooks.BatchSize + 1; i++) await world.QueueAsync();
        world.Host.Clock.Advance(TimeSpan.FromDays(20));
        await world.QueueAsync();
        world.Host.Clock.Advance(TimeSpan.FromDays(11));

        Assert.Equal($"forgot {ForgetOldHooks.BatchSize + 1} deliveries", await world.Host.RunJobAsync("forget-old-hooks"));
        Assert.Single(await world.LogAsync());
    }
}
