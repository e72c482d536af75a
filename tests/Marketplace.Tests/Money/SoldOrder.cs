using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Alerts;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Ledger.Model;
using Marketplace.Money.Settlement;
using Marketplace.Money.Settlement.Model;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Money;

/// <summary>
/// One order of €110.00, paid and sold: €65.00 of seller-a (commission 6.00), €45.00 of seller-b (commission 4.00).
/// </summary>
internal static class SoldOrder
{
    public static readonly Caller Admin = new(PersonId: "admin", AdminPermissions: new HashSet<string> { "money" });

    public static async Task<StripeWorld> SoldAsync(string card = StripeWorld.GoodCard)
    {
        var world = await StripeWorld.StartAsync();
        await world.AddSellerAsync("seller-a");
        await world.AddSellerAsync("seller-b");
        await world.SellAsync("order-1", "so-a", "so-b", card);
        return world;
    }

    public static async Task SellAsync(
        this StripeWorld world, string order, string partOfA, string partOfB, string card = StripeWorld.GoodCard)
    {
        await world.PayAsync((await world.OpenAsync(order, 110_00)).PageUrl, card);
        await world.SettleAsync();
        (await world.Host.SendAsync(Caller.System, new PostSale(new SaleToPost(
            order, "buyer", "EUR", 110_00, "DE", world.Clock.GetUtcNow().UtcDateTime,
            [
                new SalePart(partOfA, "seller-a", 60_00, 5_00, 0, 6_00, 0, 0, 7),
                new SalePart(partOfB, "seller-b", 45_00, 0, 0, 4_00, 0, 0, 7),
            ])))).Done();
    }

    public static async Task ReleaseAsync(this StripeWorld world, string part)
    {
        await world.Host.SendAsync(Caller.System, new StartReleaseClock(part, world.Clock.GetUtcNow().UtcDateTime));
        world.Clock.Advance(TimeSpan.FromDays(8));
        await world.Host.RunJobAsync("release-holdings");
        await world.SettleAsync();
    }

    public static Task<Holding> ShareAsync(this StripeWorld world, string id) =>
        world.Host.WithPlatformAsync(db => db.Set<Holding>().AsNoTracking().SingleAsync(h => h.Id == id));

    /// <summary>Debits less credits.</summary>
    public static Task<long> BalanceAsync(this StripeWorld world, string account) => world.Host.WithPlatformAsync(async db =>
        await db.Set<LedgerPosting>().Where(p => p.DebitAccount == account).SumAsync(p => p.AmountMinor)
        - await db.Set<LedgerPosting>().Where(p => p.CreditAccount == account).SumAsync(p => p.AmountMinor));

    public static async Task<IReadOnlyList<AlertView>> AlertsAsync(this StripeWorld world) =>
        (await world.Host.SendAsync(Admin, new ListAlerts())).Required();

    public static Task<string> IntentOfAsync(this StripeWorld world, string order) => world.Host.WithPlatformAsync(
        db => db.Set<Marketplace.Money.Payments.Model.Payment>().Where(p => p.Id == order).Select(p => p.PaymentIntentId!).SingleAsync());
}
