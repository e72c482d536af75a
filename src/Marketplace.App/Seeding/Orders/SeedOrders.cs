using Marketplace.Accounts.Identity.Model;
using Marketplace.App.Seeding.Model;
using Marketplace.App.Seeding.Steps;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.App.Seeding.Orders;

/// <summary>
/// Thirty days of trade: orders go through the real checkout, are paid at the payment simulator, fulfilled, held,
/// released and transferred, while clock, events and jobs move on as they would have. Each deed looks first whether it
/// is done, and days that were lived through whole are not lived again: a run that was broken off goes on in its middle.
/// </summary>
internal sealed class SeedOrders(SeedSender sender, IDemoBank bank, SeedClock clock, Action<string> say)
{

    /// <summary>The shop that the processor asks for more, so that one payable share waits.</summary>
    private const string AskedShop = "holzwurm";

    private static readonly string[] DailyJobs =
        ["run-order-clocks", "release-holdings", "start-transfers", "run-payment-commands", "sync-pending-payments"];

    public async Task<int> RunAsync(
        DemoWorld world, IReadOnlyList<OpenedShop> shops, DateTimeOffset end, CancellationToken cancellation)
    {
        var lived = await LivedUntilAsync(end.AddDays(-31), cancellation);
        var timeline = new Timeline(clock);
        var parts = new DemoParts(sender, timeline, shops.ToDictionary(s => s.TenantId, StringComparer.Ordinal));
        var buyers = await BuyersAsync(world, cancellation);
        var placed = 0;
        foreach (var order in DemoOrder.All)
        {
            var at = end.AddDays(-order.AgeDays);
            var buyer = buyers[order.Number % buyers.Count];
            timeline.At(at, async cancel =>
            {
                var made = await buyer.BuyAsync(order, shops, mayStart: at >= lived, cancel);
                foreach (var part in made) parts.Plan(order, part, buyer, at);
                if (made.Count > 0 && ++placed % 12 == 0) say($"{placed} of {DemoOrder.All.Count} orders");
            });
        }

        for (var day = 30; day >= 0; day--) AtUnlessLived(end.AddDays(-day).AddMinutes(-5), LiveOnAsync);
        AtUnlessLived(
            end.AddDays(-9), cancel => AskForMoreAsync(shops.First(s => s.Demo.Shop.Slug == AskedShop), cancel));
        await timeline.RunAsync(end, cancellation);
        await LiveOnAsync(cancellation);
        return placed;

        void AtUnlessLived(DateTimeOffset time, Func<CancellationToken, Task> deed)
        {
            if (time >= lived) timeline.At(time, deed);
        }
    }

    /// <summary>When the last thing happened in this world; everything that was due before has been done.</summary>
    private async Task<DateTimeOffset> LivedUntilAsync(DateTimeOffset begin, CancellationToken cancellation)
    {
        var last = await sender.ReadAsync(db => db.Set<OutboxRow>().MaxAsync(r => (DateTime?)r.AtUtc, cancellation));
        return last is { } at && at > begin.UtcDateTime ? new DateTimeOffset(at) : begin;
    }

    private async Task<IReadOnlyList<DemoBuyer>> BuyersAsync(DemoWorld world, CancellationToken cancellation)
    {
        var people = await sender.ReadAsync(db => db.Set<Person>().AsNoTracking()
            .ToDictionaryAsync(p => p.Email!, StringComparer.OrdinalIgnoreCase, cancellation));
        return [.. world.Platform.People.Buyers.Select(b => new DemoBuyer(
            sender, bank, b, new Caller(PersonId: people[b.Email].Id, BuyerId: people[b.Email].BuyerId)))];
    }

    /// <summary>A day's jobs, and what follows from them.</summary>
    private async Task LiveOnAsync(CancellationToken cancellation)
    {
        await bank.SettleAsync(cancellation);
        await sender.DrainAsync(cancellation);
        var jobs = sender.Services.GetRequiredService<JobRunner>();
        foreach (var job in DailyJobs) await jobs.RunAsync(job, cancellation);
        await sender.DrainAsync(cancellation);
    }

    private async Task AskForMoreAsync(OpenedShop shop, CancellationToken cancellation)
    {
        var account = (await sender.AskAsync(
            Caller.System, new Accounts.Sellers.Contracts.GetSellers([shop.TenantId]), cancellation)).Single().PayoutAccountId!;
        await bank.AskForMoreAsync(account, cancellation);
        await sender.SendAsync(Caller.System, new SyncPayoutAccount(shop.TenantId, null), cancellation);
    }
}
