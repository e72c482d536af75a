using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// Packs everything that filters, facets and sorts need of a document into one binary value. It is read once per
/// segment, into <see cref="SegmentColumns"/>; the order here and in <see cref="ColumnReader"/> must agree.
/// </summary>
internal static class ColumnCodec
{
    public static byte[] Write(ListingDocument listing, DateTimeOffset nowUtc)
    {
        using var buffer = new MemoryStream(512);
        using var writer = new BinaryWriter(buffer);
        var isTombstone = listing.Status == IndexStatus.Deleted;

        writer.Write((byte)FlagsOf(listing));
        writer.Write(listing.ListingId);
        writer.Write(listing.IndexVersion);
        // A tombstone has no age of its own: the column holds the moment it was applied, which the purge reads.
        writer.Write((isTombstone ? nowUtc : listing.CreatedAtUtc).ToUnixTimeMilliseconds());
        if (!isTombstone) WriteLiving(writer, listing);
        writer.Flush();
        return buffer.ToArray();
    }

    private static void WriteLiving(BinaryWriter writer, ListingDocument listing)
    {
        writer.Write(Token(FacetKeys.Seller, listing.Seller.Id));
        writer.Write(listing.Seller.Slug);
        writer.Write(listing.Seller.Name);
        writer.Write((float)listing.RatingAverage);
        writer.Write(listing.RatingCount);
        writer.Write(RankingModel.Boost(listing));
        writer.Write(string.Join(',', listing.ShipsTo.Order(StringComparer.Ordinal)));
        WritePrices(writer, listing.Prices);
        WriteTokens(writer, TokensOf(listing));
        WriteCategories(writer, listing.CategoryPath);
        WriteNumbers(writer, listing.Numbers);
        WriteVariants(writer, listing.InStockVariants);
    }

    private static ColumnFlags FlagsOf(ListingDocument listing) =>
        (listing.Status == IndexStatus.Active ? ColumnFlags.Active : ColumnFlags.None)
        | (listing.Status == IndexStatus.Deleted ? ColumnFlags.Tombstone : ColumnFlags.None)
        | (listing.IsBuyBox ? ColumnFlags.BuyBox : ColumnFlags.None)
        | (listing.InStock ? ColumnFlags.InStock : ColumnFlags.None)
        | (QueryWords.NameAccessory(NamesOf(listing)) ? ColumnFlags.Accessory : ColumnFlags.None);

    private static List<string> NamesOf(ListingDocument listing) =>
        TextAnalysis.FoldedTerms(string.Join(" , ", listing.CategoryPath.Select(c => c.Name).Append(listing.Title)));

    private static IEnumerable<string> TokensOf(ListingDocument listing)
    {
        var attributes = listing.Attributes.Select(a => Token(a.Key, a.Value));
        return listing.Brand is { Length: > 0 } brand ? attributes.Append(Token(FacetKeys.Brand, brand)) : attributes;
    }

    private static void WritePrices(BinaryWriter writer, IReadOnlyList<IndexedPrice> prices)
    {
        writer.Write7BitEncodedInt(prices.Count);
        foreach (var price in prices)
        {
            writer.Write(price.Currency);
            writer.Write7BitEncodedInt64(price.MinMinor);
            writer.Write7BitEncodedInt64(price.MaxMinor);
        }
    }

    private static void WriteTokens(BinaryWriter writer, IEnumerable<string> tokens)
    {
        var distinct = tokens.Distinct(StringComparer.Ordinal).ToList();
        writer.Write7BitEncodedInt(distinct.Count);
        foreach (var token in distinct) writer.Write(token);
    }

    private static void WriteCategories(BinaryWriter writer, IReadOnlyList<IndexedCategory> path)
    {
        writer.Write7BitEncodedInt(path.Count);
        foreach (var category in path)
        {
            writer.Write(Token(FacetKeys.Category, category.Id));
            writer.Write(category.Name);
        }
    }

    private static void WriteNumbers(BinaryWriter writer, IReadOnlyList<NumberAttribute> numbers)
    {
        writer.Write7BitEncodedInt(numbers.Count);
        foreach (var number in numbers)
        {
            writer.Write(number.Key);
            writer.Write(number.Value);
        }
    }

    private static void WriteVariants(BinaryWriter writer, IReadOnlyList<VariantOptions> variants)
    {
        var count = Math.Min(variants.Count, SearchLimits.MaxVariants);
        writer.Write7BitEncodedInt(count);
        foreach (var variant in variants.Take(count))
        {
            WriteTokens(writer, variant.Options.Select(o => Token(o.Key, o.Value)));
        }
    }

    private static string Token(string key, string value) => $"{key}={value}";
}

[Flags]
internal enum ColumnFlags : byte
{
    None = 0,
    Active = 1,
    BuyBox = 2,
    InStock = 4,
    Tombstone = 8,
    Accessory = 16,
}
