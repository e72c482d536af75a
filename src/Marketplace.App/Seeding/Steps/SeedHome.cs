using System.Globalization;
using Marketplace.App.Seeding.Model;
using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>The home page's words and menu, and the shelves; a rule's listings are chosen here, the best known first.</summary>
internal sealed class SeedHome(SeedSender sender, SeedPictures pictures)
{
    private const int OnAShelf = 24;

    /// <summary>A visitor sees of them what lies below the cap in one currency.</summary>
    private const int OnAShelfWithCaps = 40;

    public async Task RunAsync(DemoWorld world, CancellationToken cancellation)
    {
        if (await sender.ReadAsync(db => db.Set<HomePage>().AnyAsync(cancellation))) return;
        var (home, position) = (world.Platform.Home, 0);
        foreach (var shelf in home.Collections)
        {
            var listings = shelf.Rule is { } rule ? Chosen(world, rule) : (shelf.Listings ?? []).Select(Listing);
            await sender.SendAsync(
                Caller.System, new SaveCollection(
                    shelf.Slug, shelf.Title, shelf.Lead, ++position, [.. listings], Caps(shelf.Rule)), cancellation);
        }

        var hero = home.Hero;
        await sender.SendAsync(Caller.System, new SaveHomePage(
            new HomeHero(
                hero.Pill, hero.Title, hero.Lead, new HomeLink(hero.Primary.Text, hero.Primary.Href),
                new HomeLink(hero.Secondary.Text, hero.Secondary.Href),
                [.. hero.Pictures.Where(p => pictures.Ref(p.Image) is not null)
                    .Select(p => new HomePicture(pictures.Ref(p.Image)!, p.Alt))]),
            [.. home.Navigation.Select(n => new HomeLink(
                n.Text, n.Category is null ? $"/collections/{n.Collection}" : $"/c/{n.Category}"))],
            [.. home.ShopsToKnow.Select(SeedIds.Seller)]), cancellation);
    }

    private static string Listing(string path) => path.Split('/') is [var shop, var handle]
        ? SeedListings.IdOf(shop, handle) : throw new InvalidOperationException($"'{path}' is not seller/handle.");

    private static IEnumerable<string> Chosen(DemoWorld world, CollectionRuleSeed rule) => world.Shops
        .SelectMany(s => s.Listings, (shop, listing) => (shop.Shop.Slug, Listing: listing))
        .Where(x => x.Listing.Status == ListingStatusSeed.Published && x.Listing.Tags.Contains(rule.Tag) && IsWithin(x.Listing, rule))
        .OrderByDescending(x => x.Listing.RatingCount).Take(rule.MaxPrice is null ? OnAShelf : OnAShelfWithCaps)
        .Select(x => SeedListings.IdOf(x.Slug, x.Listing.Handle));

    private static bool IsWithin(ListingSeed listing, CollectionRuleSeed rule) => rule.MaxPrice is not { } most
        || most.Any(m => listing.Variants.Any(v => v.Prices.TryGetValue(m.Key, out var price) && price.PriceMinor < Minor(m)));

    private static Dictionary<string, long>? Caps(CollectionRuleSeed? rule) =>
        rule?.MaxPrice?.ToDictionary(m => m.Key, Minor, StringComparer.Ordinal);

    private static long Minor(KeyValuePair<string, string> cap) =>
        Amount.Parse(cap.Value, cap.Key, CultureInfo.InvariantCulture)?.Minor
        ?? throw new InvalidOperationException($"'{cap.Value}' is no amount in {cap.Key}.");
}
