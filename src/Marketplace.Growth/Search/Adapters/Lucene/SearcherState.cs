using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// What is worked out once per view of the index and dies with it: columns by segment, the answers to requests
/// without text (the dearest ones, since every listing matches), and the lists behind suggestions.
/// </summary>
internal sealed class SearcherState
{
    private const int MostCachedResults = 512;

    private static readonly ConditionalWeakTable<IndexReader, SearcherState> ByReader = [];

    private readonly ConcurrentDictionary<string, SearchResult> _results = new(StringComparer.Ordinal);
    private readonly Lazy<ShelfCounts> _shelves;

    private SearcherState(IndexReader reader, TokenTable table)
    {
        Segments = [.. reader.Leaves.Select(leaf => SegmentColumns.Of(leaf.AtomicReader, table))];
        _shelves = new Lazy<ShelfCounts>(() => ShelfCounts.Of(reader, Segments, table));
    }

    public SegmentColumns[] Segments { get; }

    public ShelfCounts Shelves => _shelves.Value;

    public static SearcherState Of(IndexSearcher searcher, TokenTable table) =>
        ByReader.GetValue(searcher.IndexReader, reader => new SearcherState(reader, table));

    public bool TryCached(string key, out SearchResult? result) => _results.TryGetValue(key, out result);

    public void Cache(string key, SearchResult result)
    {
        if (_results.Count < MostCachedResults) _results.TryAdd(key, result);
    }

    /// <summary>Categories and sellers with how many buy-box (sellers: all) listings they show.</summary>
    internal sealed record ShelfCounts(IReadOnlyDictionary<int, int> Categories, IReadOnlyDictionary<int, int> Sellers)
    {
        public static ShelfCounts Of(IndexReader reader, SegmentColumns[] segments, TokenTable table)
        {
            var (categories, sellers) = (new Dictionary<int, int>(), new Dictionary<int, int>());
            var categoryKey = table.FindKey(FacetKeys.Category);
            var entries = table.Entries;
            foreach (var leaf in reader.Leaves)
            {
                var columns = segments[leaf.Ord];
                var live = leaf.AtomicReader.LiveDocs;
                for (var doc = 0; doc < columns.Flags.Length; doc++)
                {
                    if (!columns.Flags[doc].HasFlag(ColumnFlags.Active) || live?.Get(doc) == false) continue;
                    Increment(sellers, columns.Seller[doc]);
                    if (!columns.Flags[doc].HasFlag(ColumnFlags.BuyBox)) continue;
                    foreach (var token in columns.Tokens.Row(doc))
                    {
                        if (entries[token].Key == categoryKey) Increment(categories, token);
                    }
                }
            }

            return new ShelfCounts(categories, sellers);
        }

        private static void Increment(Dictionary<int, int> counts, int token) =>
            counts[token] = counts.GetValueOrDefault(token) + 1;
    }
}
