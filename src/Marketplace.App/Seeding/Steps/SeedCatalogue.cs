using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>All shops' listings, the opening of each shop once its own are there, and the groups of equal articles.</summary>
internal sealed class SeedCatalogue(SeedSender sender, SeedListings listings, SeedPayouts payouts)
{
    public async Task RunAsync(IReadOnlyList<OpenedShop> shops, CancellationToken cancellation)
    {
        foreach (var shop in shops)
        {
            await listings.RunAsync(shop, cancellation);
            await payouts.RunAsync(shop, cancellation);
            await OpenAsync(shop, cancellation);
        }

        await GroupAsync(cancellation);
    }

    private async Task OpenAsync(OpenedShop shop, CancellationToken cancellation)
    {
        var state = await sender.ReadAsync(db => db.Sellers.Where(s => s.Id == shop.TenantId)
            .Select(s => s.State).SingleAsync(cancellation));
        if (state is SellerState.Applying)
        {
            await sender.SendAsync(shop.Owner, new SubmitForReview(), cancellation);
            state = SellerState.InReview;
        }

        if (state is SellerState.InReview)
            await sender.SendAsync(Caller.System, new ApproveSeller(shop.TenantId), cancellation);
    }

    /// <summary>Listings of several shops with one number are one product.</summary>
    private async Task GroupAsync(CancellationToken cancellation)
    {
        var shared = await sender.ReadAsync(db => db.PublishedListings.Where(l => l.IsLive && l.GroupGtin != null)
            .GroupBy(l => l.GroupGtin!).Where(g => g.Count() > 1).Select(g => g.Key).ToListAsync(cancellation));
        var grouped = (await sender.ReadAsync(db => db.ProductGroups.Where(g => g.Gtin != null)
            .Select(g => g.Gtin!).ToListAsync(cancellation))).ToHashSet(StringComparer.Ordinal);
        foreach (var gtin in shared.Where(g => !grouped.Contains(g)))
            await sender.SendAsync(Caller.System, new RecomputeBuyBox(gtin), cancellation);
    }
}
