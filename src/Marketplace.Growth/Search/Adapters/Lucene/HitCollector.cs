using Lucene.Net.Index;
using Lucene.Net.Search;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>One candidate; a higher key is better, equal keys go by listing id so that pages never overlap.</summary>
internal readonly record struct Candidate(double Key, string ListingId, int Doc, int Seller);

/// <summary>Filters, counts and keeps the best candidates, in one pass over the matching documents.</summary>
internal sealed class HitCollector(
    SearchRequest request, FilterPlan plan, FacetTally tally, SegmentColumns[] segments, int keep, float accessory)
    : ICollector
{
    private static readonly Comparer<Candidate> WorstFirst = Comparer<Candidate>.Create((a, b) =>
        a.Key != b.Key ? a.Key.CompareTo(b.Key) : string.CompareOrdinal(b.ListingId, a.ListingId));

    private readonly PriorityQueue<Candidate, Candidate> _best = new(WorstFirst);
    private SegmentColumns _columns = null!;
    private PriceColumn? _prices;
    private Scorer _scorer = null!;
    private int _docBase;

    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _docBase = context.DocBase;
        _columns = segments[context.Ord];
        _prices = _columns.Prices.GetValueOrDefault(request.Currency);
    }

    public void Collect(int doc)
    {
        if (!plan.IsInScope(_columns, _prices, doc) || !tally.Add(_columns, _prices!, doc)) return;
        Total++;
        var candidate = new Candidate(KeyOf(doc), _columns.ListingIds[doc], _docBase + doc, _columns.Seller[doc]);
        if (_best.Count < keep) _best.Enqueue(candidate, candidate);
        else if (WorstFirst.Compare(candidate, _best.Peek()) > 0) _best.EnqueueDequeue(candidate, candidate);
    }

    public List<Candidate> BestFirst()
    {
        var candidates = new List<Candidate>(_best.Count);
        while (_best.TryDequeue(out var candidate, out _)) candidates.Add(candidate);
        candidates.Reverse();
        return candidates;
    }

    private double KeyOf(int doc) => request.Sort switch
    {
        SearchSort.Relevance => _scorer.GetScore() * _columns.Boost[doc]
            * (_columns.Flags[doc].HasFlag(ColumnFlags.Accessory) ? accessory : 1f),
        SearchSort.PriceAscending => -_prices!.Min[doc],
        SearchSort.PriceDescending => _prices!.Min[doc],
        SearchSort.Newest => _columns.Created[doc],
        SearchSort.Rating => RankingModel.SmoothedRating(_columns.Rating[doc], _columns.RatingCount[doc]),
    };
}
