using Marketplace.Accounts.Identity.Model;
using Marketplace.App.Seeding.Bulk;
using Marketplace.Growth.Following.Model;
using Marketplace.Growth.Visits.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>How often the demo's product pages were opened in the last weeks, and who follows which shop; always the same.</summary>
internal sealed class SeedVisits(SeedSender sender)
{
    private const int Days = 60;

    public async Task RunAsync(IReadOnlyList<OpenedShop> shops, DateTimeOffset end, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(end.UtcDateTime);
        var buyers = await sender.ReadAsync(db => db.Set<Person>().Where(p => p.AdminRole == null).OrderBy(p => p.Email)
            .Select(p => p.BuyerId).ToListAsync(cancellation));
        foreach (var shop in shops)
        {
            await sender.BulkAsync(
                writer =>
                {
                    for (var i = 1; i <= Days; i++) AddDay(writer, shop, today.AddDays(-i));
                    AddFollows(writer, shop, buyers, end.UtcDateTime);
                    return Task.CompletedTask;
                }, null, cancellation);
        }
    }

    private static void AddDay(BulkWriter writer, OpenedShop shop, DateOnly day)
    {
        var (slug, sum) = (shop.Demo.Shop.Slug, 0);
        foreach (var listing in shop.Demo.Listings)
        {
            var views = Dice.Of(2 + Dice.Of(9, slug, listing.Handle), listing.Handle, $"{day.DayNumber % Days}");
            if (day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday) views /= 2;
            if (views == 0) continue;
            sum += views;
            writer.Add(new ListingViews
            {
                TenantId = shop.TenantId, Day = day, ListingId = SeedListings.IdOf(slug, listing.Handle), Views = views,
            });
        }

        if (sum > 0) writer.Add(new ShopViews { TenantId = shop.TenantId, Day = day, Views = sum });
    }

    private static void AddFollows(BulkWriter writer, OpenedShop shop, List<string> buyers, DateTime now)
    {
        foreach (var buyer in buyers.Where(b => Dice.Of(3, b, shop.TenantId) == 0))
        {
            writer.Add(new ShopFollow
            {
                BuyerId = buyer, TenantId = shop.TenantId, SinceUtc = now.AddDays(-1 - Dice.Of(60, shop.TenantId, buyer)),
                ToldUntilUtc = now,
            });
        }
    }
}
