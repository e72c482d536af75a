using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Reminders;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Sellers;

public sealed class RemindersTests
{
    [Fact]
    public async Task A_standstill_is_reminded_after_2_7_and_21_days_and_then_no_more()
    {
        await using var host = await TestHost.StartAsync();
        await host.ApplicationAsync("kiln", "ana");
        var days = new List<int>();
        for (var day = 1; day <= 40; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            if (await RunTwiceAsync(host)) days.Add(day);
        }

        Assert.Equal([2, 7, 21], days);
        Assert.Equal(3, await CountAsync(host));
    }

    [Fact]
    public async Task A_step_forward_starts_anew_and_a_job_that_slept_writes_one_mail()
    {
        await using var host = await TestHost.StartAsync();
        var kiln = await host.ApplicationAsync("kiln", "ana");
        host.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True(await RunTwiceAsync(host));
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.SendAsync(kiln, new UpdateProfile("Kiln", "Stoneware", "", ""))).Done();
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await RunTwiceAsync(host));

        host.Clock.Advance(TimeSpan.FromDays(1.5));
        Assert.True(await RunTwiceAsync(host));
        Assert.Equal(2, await CountAsync(host));
    }

    [Fact]
    public async Task Who_wants_none_is_through_or_waits_for_us_gets_none()
    {
        await using var host = await TestHost.StartAsync();
        var (quiet, open) = (await host.ApplicationAsync("kiln", "ana"), await host.ShopAsync("loom", "bo"));
        (await host.SendAsync(quiet, new SwitchReminders(On: false))).Done();
        host.Clock.Advance(TimeSpan.FromDays(30));

        Assert.False(await RunTwiceAsync(host));
        Assert.True((await host.SendAsync(quiet, new GetOnboarding())).Required().RemindersOff);
        Assert.False((await host.SendAsync(Caller.System, new RemindApplicant(open.TenantId!))).Required());
        (await host.SendAsync(quiet, new SwitchReminders(On: true))).Done();
        Assert.True(await RunTwiceAsync(host));
        Assert.Contains(await host.MailsToAsync("ana@example.com"), m => m.Text.Contains("last reminder"));
    }

    /// <summary>Whether a mail was written; the second run never writes one, nor do two at the same moment write two.</summary>
    private static async Task<bool> RunTwiceAsync(TestHost host)
    {
        var before = await CountAsync(host);
        await Task.WhenAll(Task.Run(() => host.RunJobAsync("remind-applicants")), Task.Run(() => host.RunJobAsync("remind-applicants")));
        var after = await CountAsync(host);
        Assert.InRange(after - before, 0, 1);
        Assert.Equal("reminded 0 applicants", await host.RunJobAsync("remind-applicants"));
        return after > before;
    }

    private static async Task<int> CountAsync(TestHost host) =>
        (await host.MailsToAsync("ana@example.com")).Count(m => m.Key.StartsWith("seller-reminder/", StringComparison.Ordinal));
}
