using Marketplace.App.Seeding.Model;
using Marketplace.Kernel.Values;

namespace Marketplace.App.Seeding.Reading;

/// <summary>What the files say about each other: every name used must be defined somewhere.</summary>
internal static class DemoWorldChecks
{
    public static void Check(DemoWorld world)
    {
        CheckPlatform(world.Platform);
        var leaves = world.Categories.Where(c => c.IsLeaf).ToDictionary(c => c.Slug, StringComparer.Ordinal);
        foreach (var shop in world.Shops) CheckShop(shop, leaves);
        CheckNames(world);
    }

    private static void CheckPlatform(PlatformSeed platform)
    {
        foreach (var currency in platform.Currencies)
        {
            if (Currency.Find(currency.Code) is not { } known) throw Platform($"the currency {currency.Code} is not known.");
            if (known.Exponent != currency.Exponent || known.QuantumMinor != currency.Quantum)
                throw Platform($"{currency.Code} has {known.Exponent} decimals in steps of {known.QuantumMinor}.");
        }

        var attributes = platform.Attributes.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var category in platform.Categories.SelectMany(c => c.Branch()))
        {
            if (category.Attributes?.FirstOrDefault(a => !attributes.Contains(a.Key)) is { } unknown)
                throw Platform($"the category '{category.Slug}' names the unknown attribute '{unknown.Key}'.");
            if (category.TaxClass is { } tax && platform.TaxClasses.All(t => t.Key != tax))
                throw Platform($"the category '{category.Slug}' names the unknown tax class '{tax}'.");
        }
    }

    private static void CheckShop(DemoShop shop, Dictionary<string, CategorySeed> leaves)
    {
        var file = shop.Shop.Slug + "/products.csv";
        var locations = shop.Shop.Locations.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var method in shop.Shop.Shipping.Methods)
        {
            if (shop.Shop.Shipping.Zones.All(z => z.Key != method.Zone))
                throw new SeedDataException(
                    shop.Shop.Slug + "/seller.json", "shipping", $"'{method.Key}' names the unknown zone '{method.Zone}'.");
        }

        foreach (var listing in shop.Listings)
        {
            if (!leaves.TryGetValue(listing.Category, out var category))
                throw new SeedDataException(file, $"line {listing.Line}", $"'{listing.Category}' is no leaf category.");
            var known = (category.Attributes ?? []).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
            if (listing.Attributes.Keys.FirstOrDefault(k => !known.Contains(k)) is { } attribute)
                throw new SeedDataException(
                    file, $"line {listing.Line}", $"'{listing.Category}' has no attribute '{attribute}'.");
            foreach (var variant in listing.Variants) CheckVariant(file, listing, variant, locations);
        }
    }

    private static void CheckVariant(string file, ListingSeed listing, VariantSeed variant, HashSet<string> locations)
    {
        var place = $"line {variant.Line}";
        if (variant.Stock.Keys.FirstOrDefault(k => !locations.Contains(k)) is { } location)
            throw new SeedDataException(file, place, $"there is no location '{location}'.");
        if (variant.Image is { } image && listing.Images.All(i => i.Image != image))
            throw new SeedDataException(file, place, $"'{image}' is none of the listing's images.");
        if (variant.Prices.Count == 0) throw new SeedDataException(file, place, "there is no price.");
    }

    private static void CheckNames(DemoWorld world)
    {
        var shops = world.Shops.Select(s => s.Shop.Slug).ToHashSet(StringComparer.Ordinal);
        var categories = world.Categories.Select(c => c.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in world.Platform.Commissions.Rules)
        {
            if (rule.Seller is { } seller && !shops.Contains(seller)) throw Platform($"a commission names '{seller}'.");
            if (rule.Category is { } category && !categories.Contains(category))
                throw Platform($"a commission names the unknown category '{category}'.");
        }

        foreach (var shop in world.Shops)
        {
            var handles = shop.Listings.GroupBy(l => l.Handle, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
            if (handles is not null)
                throw new SeedDataException(
                    shop.Shop.Slug + "/products.csv", $"line {handles.Last().Line}", $"'{handles.Key}' was there before.");
        }
    }

    private static SeedDataException Platform(string message) => new("platform.json", "its names", message);
}
