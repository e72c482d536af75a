using System.Text.RegularExpressions;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.App.Seeding.Bulk;
using Marketplace.Catalog;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Media.Model;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.App.Seeding.Bulk;

/// <summary>The bulk path is a second way to the same rows: whatever the messages come to write, it must write too.</summary>
public sealed partial class ListingRowsTests
{
    /// <summary>Nobody waits for these: events, their answers' keys, and who did it. Nor is a shop part of its listing.</summary>
    private static readonly Type[] LeftOut =
        [typeof(OutboxRow), typeof(AuditRow), typeof(IdempotencyRow), typeof(SellerProfile)];

    [Fact]
    public async Task A_listing_made_in_bulk_has_the_rows_of_one_that_was_saved_and_published()
    {
        await using var world = await CatalogWorld.StartAsync();
        var picture = await world.Host.WithPlatformAsync(db => db.MediaAssets.Select(a => a.PictureRef).Distinct().SingleAsync());
        var draft = world.Mug(gtin: CatalogWorld.Ean) with
        {
            SeoTitle = "A mug",
            SeoDescription = "A mug for the morning.",
            Pictures = [new ListingPicture(picture, "A mug")],
        };
        var priced = draft with
        {
            Variants = [.. draft.Variants.Select(v => v with { Prices = [new("EUR", 1900, 2400), new("JPY", 3100)], PictureRef = picture })],
        };

        var saved = await SavedAsync(world, priced);
        var bulk = await BulkAsync(world, priced);

        Assert.Equal("", string.Join('\n', saved.Except(bulk).Select(r => "saved: " + r).Concat(bulk.Except(saved).Select(r => "bulk:  " + r))));
        Assert.Equal(saved, bulk);
        Assert.Contains(saved, row => row.StartsWith("OfferStock ", StringComparison.Ordinal));
        Assert.Contains(saved, row => row.StartsWith("PriceChange ", StringComparison.Ordinal));
    }

    private static async Task<List<string>> SavedAsync(CatalogWorld world, ListingDraft draft)
    {
        var location = (await world.Host.SendAsync(
            CatalogWorld.Potter, new SaveLocation(null, "Main location", "Delft", "NL"))).Required();
        var before = await DumpAsync(world, CatalogWorld.Pottery);
        var saved = await world.PublishAsync(CatalogWorld.Potter, At(draft, location));
        return await DumpAsync(world, CatalogWorld.Pottery, saved.ListingId, before);
    }

    private static async Task<List<string>> BulkAsync(CatalogWorld world, ListingDraft draft)
    {
        var location = (await world.Host.SendAsync(
            CatalogWorld.KilnMaster, new SaveLocation(null, "Main location", "Delft", "NL"))).Required();
        var before = await DumpAsync(world, CatalogWorld.Kiln);
        var id = Ids.From("bulk", "listing");
        await using (var scope = world.Host.ScopeFor(CatalogWorld.KilnMaster))
        {
            var tree = (await world.Host.SendAsync(Caller.System, new ReadCategoryTree())).Required();
            var writer = new BulkWriter(
                scope.ServiceProvider.GetRequiredService<PlatformDb>(), scope.ServiceProvider.GetRequiredService<IDatabaseProvider>());
            new ListingRows(tree, writer.Rows, CatalogWorld.KilnMaster.Actor).Add(
                CatalogWorld.Kiln, id, At(draft, location), world.Host.Clock.GetUtcNow().UtcDateTime);
            await writer.WriteAsync(
                db => ListingChanges.BumpWhereAsync(db, l => l.TenantId == CatalogWorld.Kiln, default), default);
        }

        return await DumpAsync(world, CatalogWorld.Kiln, id, before);
    }

    private static ListingDraft At(ListingDraft draft, string location) => draft with
    {
        Variants = [.. draft.Variants.Select(v => v with { Stock = [new StockDraft(location, 0, 5)] })],
    };

    /// <summary>All rows of the seller, column by column; ids by what they are the id of.</summary>
    private static Task<List<string>> DumpAsync(
        CatalogWorld world, string tenant, string listingId = "-", IReadOnlyCollection<string>? without = null) =>
        world.Host.WithPlatformAsync(async db =>
        {
            var variants = await db.ListingVariants.Where(v => v.TenantId == tenant && v.ListingId == listingId).ToListAsync();
            var names = variants.ToDictionary(v => v.Id, v => $"<variant {v.Sku}>", StringComparer.Ordinal);
            (names[tenant], names[listingId]) = ("<seller>", "<listing>");
            if (listingId.Length > 10) names[listingId[^10..]] = "<short>";
            var rows = new List<string>();
            foreach (var entity in db.Model.GetEntityTypes().Where(e => e.FindProperty("TenantId") is not null && !LeftOut.Contains(e.ClrType)))
            {
                var all = await ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!
                    .MakeGenericMethod(entity.ClrType).Invoke(db, null)!).AsNoTracking().ToListAsync();
                rows.AddRange(all.Where(r => (string?)entity.FindProperty("TenantId")!.GetGetter().GetClrValueUsingContainingEntity(r) == tenant)
                    .Select(r => $"{entity.ClrType.Name} {string.Join(" ", Columns(entity, r))}"));
            }

            return rows.Where(r => without?.Contains(r) != true).Select(r => Named(r, names)).Order(StringComparer.Ordinal).ToList();
        });

    private static IEnumerable<string> Columns(ITypeBase type, object row) => type.GetProperties()
        .Where(p => p.Name is not ("ChangedAtUtc" or "IndexVersion") || type.ClrType != typeof(ListingChange))
        .Select(p => $"{p.Name}={JsonColumn.Write(p.GetGetter().GetClrValueUsingContainingEntity(row))}")
        .Concat(type.GetComplexProperties().SelectMany(c => Columns(c.ComplexType, row)));

    private static string Named(string row, Dictionary<string, string> names)
    {
        foreach (var (id, name) in names.OrderByDescending(n => n.Key.Length)) row = row.Replace(id, name, StringComparison.Ordinal);
        return Ulid().Replace(row, "<id>");
    }

    [GeneratedRegex("\\b[0-9a-hjkmnp-tv-z]{26}\\b")]
    private static partial Regex Ulid();
}
