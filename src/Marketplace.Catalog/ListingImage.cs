using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Catalog;

/// <summary>
/// All rows of one listing as they are at a moment, column by column by the model, so that they can be put back exactly.
/// History (revisions, changes of price, movements of stock) is never taken back, and stock is a count apart: others
/// change it at any time.
/// </summary>
internal sealed record ListingImage(
    Dictionary<string, List<Dictionary<string, JsonElement>>> Rows, List<StockOfOffer> Stock)
{
    private static readonly Type[] Types =
        [typeof(Listing), typeof(ListingText), typeof(ListingVariant), typeof(OfferPrice), typeof(PublishedListing),
            typeof(PublishedText), typeof(Offer), typeof(ListingSubmission)];

    /// <summary>These go on counting when the rest goes back: nobody who has seen a version may meet it again.</summary>
    private static readonly string[] Counting = [nameof(Listing.Version), nameof(Listing.Revisions)];

    public static async Task<ListingImage> ReadAsync(SellerDb db, string listingId, CancellationToken cancellation)
    {
        var rows = await TrackedAsync(db, listingId, cancellation);
        return Of(db, rows) with { Stock = await StockAsync(db, rows, cancellation) };
    }

    /// <summary>Of rows in hand, as a read after their writing would find them; without stock. Others are passed over.</summary>
    public static ListingImage Of(SellerDb db, IEnumerable<object> rows) => new(
        rows.Where(r => Types.Contains(r.GetType())).GroupBy(r => r.GetType())
            .ToDictionary(g => g.Key.Name, g => g.Select(r => Columns(db.Model.FindEntityType(g.Key)!, r)).ToList(),
                StringComparer.Ordinal), []);

    public string Write() => JsonColumn.Write(this);

    public static ListingImage Read(string text) => JsonColumn.Read<ListingImage>(text);

    /// <summary>Equal while nobody has changed the listing; moments and counts of stock are not part of it.</summary>
    public string Hash()
    {
        var lines = Rows.SelectMany(group => group.Value.Select(row => group.Key + ":" + string.Join(";", row
                .Where(c => !Counting.Contains(c.Key) && !c.Key.EndsWith("Utc", StringComparison.Ordinal))
                    .OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => $"{c.Key}={c.Value.GetRawText()}"))))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    /// <summary>The SKUs of its variants by their ids.</summary>
    [JsonIgnore]
    public Dictionary<string, string> Skus => Rows.GetValueOrDefault(nameof(ListingVariant), [])
        .ToDictionary(r => r[nameof(ListingVariant.Id)].GetString()!, r => r[nameof(ListingVariant.Sku)].GetString()!,
            StringComparer.Ordinal);

    /// <summary>The numbers under which buyers found it: their groups are reckoned anew.</summary>
    [JsonIgnore]
    public IEnumerable<string> Gtins => Rows.GetValueOrDefault(nameof(PublishedListing), [])
        .Select(r => r[nameof(PublishedListing.GroupGtin)].GetString()).OfType<string>();

    [JsonIgnore]
    public bool IsLive => Rows.GetValueOrDefault(nameof(PublishedListing), []).Any(r => r[nameof(PublishedListing.IsLive)].GetBoolean());

    /// <summary>Makes the listing's rows those of an earlier image; null takes the listing away. The caller saves.</summary>
    public static async Task RestoreAsync(SellerDb db, string listingId, ListingImage? before, CancellationToken cancellation)
    {
        var now = (await TrackedAsync(db, listingId, cancellation)).Select(r => db.Entry(r))
            .ToDictionary(r => KeyOf(r.Metadata, Columns(r.Metadata, r.Entity)), StringComparer.Ordinal);
        foreach (var type in Types)
        {
            foreach (var values in before?.Rows.GetValueOrDefault(type.Name) ?? [])
            {
                var entity = db.Model.FindEntityType(type)!;
                if (now.Remove(KeyOf(entity, values), out var row)) Set(row, values, keepsCounting: true);
                else Set(db.Entry(RuntimeHelpers.GetUninitializedObject(type)), values, keepsCounting: false).State = EntityState.Added;
            }
        }

        // What refers to others goes first: EF would part it from a row that is already going.
        foreach (var gone in now.Values.OrderByDescending(r => Array.IndexOf(Types, r.Metadata.ClrType))) gone.State = EntityState.Deleted;
    }

    private static EntityEntry Set(EntityEntry row, Dictionary<string, JsonElement> values, bool keepsCounting)
    {
        foreach (var property in row.Metadata.GetProperties()
            .Where(p => !keepsCounting || (!p.IsPrimaryKey() && !Counting.Contains(p.Name))))
        {
            if (!values.TryGetValue(property.Name, out var value)) continue;
            // A tenant's id is written once, at birth.
            if (keepsCounting && property.GetAfterSaveBehavior() != PropertySaveBehavior.Save) continue;
            row.Property(property.Name).CurrentValue = value.Deserialize(property.ClrType, JsonSerializerOptions.Web);
        }

        return row;
    }

    private static Dictionary<string, JsonElement> Columns(IEntityType type, object row) => type.GetProperties().ToDictionary(
        p => p.Name, p => JsonSerializer.SerializeToElement(p.GetGetter().GetClrValueUsingContainingEntity(row),
            p.ClrType, JsonSerializerOptions.Web),
        StringComparer.Ordinal);

    private static string KeyOf(IReadOnlyEntityType type, Dictionary<string, JsonElement> values) =>
        type.ClrType.Name + ":" + string.Join('|', type.FindPrimaryKey()!.Properties.Select(p => values[p.Name].GetString()));

    private static async Task<List<object>> TrackedAsync(SellerDb db, string listingId, CancellationToken cancellation)
    {
        var tenant = db.TenantId;
        var rows = new List<object>();
        rows.AddRange(await db.Listings.Where(l => l.Id == listingId).ToListAsync(cancellation));
        rows.AddRange(await db.ListingTexts.Where(t => t.ListingId == listingId).ToListAsync(cancellation));
        var variants = await db.ListingVariants.Where(v => v.ListingId == listingId).ToListAsync(cancellation);
        rows.AddRange(variants);
        rows.AddRange(await db.PublishedListings.Where(l => l.TenantId == tenant && l.Id == listingId).ToListAsync(cancellation));
        rows.AddRange(await db.PublishedTexts.Where(t => t.TenantId == tenant && t.ListingId == listingId).ToListAsync(cancellation));
        var offers = await db.Offers.Where(o => o.TenantId == tenant && o.ListingId == listingId).ToListAsync(cancellation);
        rows.AddRange(offers);
        rows.AddRange(await db.ListingSubmissions.Where(s => s.ListingId == listingId).ToListAsync(cancellation));
        var ids = variants.Select(v => v.Id).Union(offers.Select(o => o.Id), StringComparer.Ordinal).ToList();
        rows.AddRange(await db.OfferPrices.Where(p => p.TenantId == tenant && ids.Contains(p.OfferId)).ToListAsync(cancellation));
        return rows;
    }

    private static async Task<List<StockOfOffer>> StockAsync(SellerDb db, List<object> rows, CancellationToken cancellation)
    {
        var (tenant, ids) = (db.TenantId, rows.OfType<ListingVariant>().Select(v => v.Id).ToList());
        return await db.OfferStocks.AsNoTracking().Where(s => s.TenantId == tenant && ids.Contains(s.OfferId))
            .OrderBy(s => s.OfferId).ThenBy(s => s.LocationId)
            .Select(s => new StockOfOffer(s.OfferId, s.LocationId, s.OnHand, s.Reserved)).ToListAsync(cancellation);
    }
}

internal sealed record StockOfOffer(string OfferId, string LocationId, int OnHand, int Reserved);
