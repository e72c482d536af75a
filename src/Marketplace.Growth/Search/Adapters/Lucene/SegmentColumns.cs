using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// One segment's values for filters, facets and sorts as plain arrays (as fast as memory-mapped doc values without
/// their risk). Documents are never updated in place, so the columns stay right for as long as the segment's core
/// lives: deletes change only the live-docs mask. That is why they are kept by the core's key, which spares reading
/// a whole segment again after each delete; with in-place updates they would have to be kept by reader instance.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> ByCore = [];

    public required ColumnFlags[] Flags { get; init; }
    public required string[] ListingIds { get; init; }
    public required long[] Versions { get; init; }
    public required long[] Created { get; init; }
    public required int[] Seller { get; init; }
    public required float[] Rating { get; init; }
    public required int[] RatingCount { get; init; }
    public required float[] Boost { get; init; }
    public required int[] CountrySet { get; init; }
    public Dictionary<string, PriceColumn> Prices { get; } = new(StringComparer.Ordinal);
    public Ragged<int> Tokens { get; } = new();
    public Ragged<(int Key, double Value)> Numbers { get; } = new();

    /// <summary>By document: its variants, as rows of <see cref="VariantTokens"/>.</summary>
    public Ragged<int> Variants { get; } = new();

    public Ragged<int> VariantTokens { get; } = new();

    public static SegmentColumns Of(AtomicReader reader, TokenTable table)
    {
        if (ByCore.TryGetValue(reader.CoreCacheKey, out var known)) return known;
        var loaded = Load(reader, table);
        ByCore.AddOrUpdate(reader.CoreCacheKey, loaded);
        return loaded;
    }

    private static SegmentColumns Load(AtomicReader reader, TokenTable table)
    {
        var size = reader.MaxDoc;
        var columns = new SegmentColumns
        {
            Flags = new ColumnFlags[size],
            ListingIds = new string[size],
            Versions = new long[size],
            Created = new long[size],
            Seller = new int[size],
            Rating = new float[size],
            RatingCount = new int[size],
            Boost = new float[size],
            CountrySet = new int[size],
        };
        var packed = reader.GetBinaryDocValues(IndexFields.Columns)
            ?? throw new InvalidOperationException("A segment without columns: the index is not ours.");
        var bytes = new BytesRef();
        for (var doc = 0; doc < size; doc++)
        {
            packed.Get(doc, bytes);
            columns.ReadDocument(doc, new ColumnReader(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)), table);
        }

        return columns;
    }

    private void ReadDocument(int doc, ColumnReader reader, TokenTable table)
    {
        Flags[doc] = (ColumnFlags)reader.Byte();
        ListingIds[doc] = reader.Text();
        Versions[doc] = reader.Int64();
        Created[doc] = reader.Int64();
        if (!Flags[doc].HasFlag(ColumnFlags.Tombstone)) ReadLiving(doc, ref reader, table);
        Tokens.EndRow();
        Numbers.EndRow();
        Variants.EndRow();
    }

    private void ReadLiving(int doc, ref ColumnReader reader, TokenTable table)
    {
        Seller[doc] = reader.Token(table);
        table.Label(Seller[doc], reader.Text(), reader.Text());
        Rating[doc] = reader.Single();
        RatingCount[doc] = reader.Int32();
        Boost[doc] = reader.Single();
        CountrySet[doc] = table.InternCountrySet(reader.Text());
        for (var n = reader.Packed(); n > 0; n--) ReadPrice(doc, ref reader);
        for (var n = reader.Packed(); n > 0; n--) Tokens.Add(reader.Token(table));
        for (var n = reader.Packed(); n > 0; n--)
        {
            var category = reader.Token(table);
            table.Label(category, "", reader.Text());
            Tokens.Add(category);
        }

        for (var n = reader.Packed(); n > 0; n--) Numbers.Add((table.InternKey(reader.Text()), reader.Double()));
        for (var n = reader.Packed(); n > 0; n--)
        {
            for (var m = reader.Packed(); m > 0; m--) VariantTokens.Add(reader.Token(table));
            Variants.Add(VariantTokens.EndRow());
        }
    }

    private void ReadPrice(int doc, ref ColumnReader reader)
    {
        var currency = reader.Text();
        if (!Prices.TryGetValue(currency, out var column))
        {
            Prices.Add(currency, column = new PriceColumn(Flags.Length));
        }

        column.Min[doc] = reader.Packed();
        column.Max[doc] = reader.Packed();
    }
}

/// <summary>Prices of one currency; -1 where a listing has none.</summary>
internal sealed class PriceColumn
{
    public PriceColumn(int size)
    {
        Min = new long[size];
        Max = new long[size];
        Array.Fill(Min, -1);
    }

    public long[] Min { get; }

    public long[] Max { get; }
}

/// <summary>Rows of different lengths in one flat list.</summary>
internal sealed class Ragged<T>
{
    private readonly List<T> _values = [];
    private readonly List<int> _starts = [0];

    public void Add(T value) => _values.Add(value);

    public int EndRow()
    {
        _starts.Add(_values.Count);
        return _starts.Count - 2;
    }

    public ReadOnlySpan<T> Row(int row) =>
        CollectionsMarshal.AsSpan(_values)[_starts[row].._starts[row + 1]];
}
