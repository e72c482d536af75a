using System.Numerics;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// Counts facets while documents pass by. A document that meets every filter counts everywhere; one that misses
/// exactly one filter counts in that filter's facet only. Each value counts once per document, however many
/// variants have it.
/// </summary>
internal sealed class FacetTally
{
    private readonly SearchRequest _request;
    private readonly FilterPlan _plan;
    private readonly TokenTable _table;
    private readonly bool[] _wantedKeys;
    private readonly int[] _counts;
    private readonly int[] _countedBy;
    private readonly int[] _stars = new int[5];
    private readonly Dictionary<int, (double Min, double Max)> _numbers = [];
    private readonly List<long> _prices = [];
    private readonly int _sellerKey;
    private readonly bool _hasFacets;
    private int _document;

    /// <summary>Filters that the document's earlier variants already missed alone.</summary>
    private ulong _missedBits;

    public FacetTally(SearchRequest request, FilterPlan plan, TokenTable table)
    {
        (_request, _plan, _table) = (request, plan, table);
        _hasFacets = request.FacetKeys.Count > 0;
        _counts = new int[_hasFacets ? plan.TokenCount : 0];
        _countedBy = new int[_counts.Length];
        _wantedKeys = new bool[table.KeyCount];
        foreach (var key in request.FacetKeys.Select(table.FindKey).Where(k => k >= 0)) _wantedKeys[key] = true;
        foreach (var key in request.NumberKeys.Select(table.FindKey).Where(k => k >= 0))
        {
            _numbers[key] = (double.PositiveInfinity, double.NegativeInfinity);
        }

        _sellerKey = table.FindKey(FacetKeys.Seller);
    }

    /// <summary>Counts one document in scope; true when it is a hit.</summary>
    public bool Add(SegmentColumns columns, PriceColumn prices, int doc)
    {
        _document++;
        _missedBits = 0;
        var missing = _plan.Missing(columns, prices, doc);
        var variants = columns.Variants.Row(doc);
        if (variants.IsEmpty) return Count(columns, prices, doc, missing, [], alreadyHit: false);

        var hit = false;
        foreach (var variant in variants)
        {
            var tokens = columns.VariantTokens.Row(variant);
            hit |= Count(columns, prices, doc, _plan.Without(missing, tokens), tokens, hit);
        }

        return hit;
    }

    public IReadOnlyList<Facet> Facets() => [.. _request.FacetKeys.Distinct().Select(ToFacet)];

    public IReadOnlyList<NumberBounds> Numbers() =>
        [.. _request.NumberKeys.Distinct()
            .Select(key => (Name: key, Bounds: _numbers.GetValueOrDefault(_table.FindKey(key), (1, 0))))
            .Where(n => n.Bounds.Min <= n.Bounds.Max)
            .Select(n => new NumberBounds(n.Name, n.Bounds.Min, n.Bounds.Max))];

    public PriceSummary? Prices() => PriceHistogram.Of(_prices);

    private bool Count(
        SegmentColumns columns, PriceColumn prices, int doc, ulong missing, ReadOnlySpan<int> variant, bool alreadyHit)
    {
        if (missing == 0)
        {
            if (!alreadyHit) CountHit(columns, prices, doc);
            CountTokens(variant);
            return true;
        }

        if ((missing & (missing - 1)) == 0)
        {
            CountMiss(columns, prices, doc, BitOperations.TrailingZeroCount(missing), variant);
        }

        return false;
    }

    private void CountHit(SegmentColumns columns, PriceColumn prices, int doc)
    {
        _prices.Add(prices.Min[doc]);
        if (_hasFacets)
        {
            CountTokens(columns.Tokens.Row(doc));
            CountSeller(columns.Seller[doc]);
            CountStars(columns.Rating[doc]);
        }

        if (_numbers.Count > 0) WidenNumbers(columns, doc, bit: -1);
    }

    private void CountMiss(SegmentColumns columns, PriceColumn prices, int doc, int bit, ReadOnlySpan<int> variant)
    {
        var isRepeated = (_missedBits & (1UL << bit)) != 0;
        _missedBits |= 1UL << bit;
        if (bit == _plan.PriceBit)
        {
            if (!isRepeated) _prices.Add(prices.Min[doc]);
        }
        else if (bit == FilterPlan.RatingBit)
        {
            if (!isRepeated) CountStars(columns.Rating[doc]);
        }
        else if (bit is FilterPlan.SellerBit or FilterPlan.BuyBoxBit)
        {
            CountSeller(columns.Seller[doc]);
        }
        else
        {
            CountTokensOf(bit, columns.Tokens.Row(doc));
            CountTokensOf(bit, variant);
            WidenNumbers(columns, doc, bit);
        }
    }

    private void CountTokens(ReadOnlySpan<int> tokens)
    {
        if (!_hasFacets) return;
        foreach (var token in tokens)
        {
            if (_wantedKeys[_plan.Entries[token].Key]) CountOnce(token);
        }
    }

    private void CountTokensOf(int bit, ReadOnlySpan<int> tokens)
    {
        if (!_hasFacets) return;
        foreach (var token in tokens)
        {
            var key = _plan.Entries[token].Key;
            if (_wantedKeys[key] && _plan.BitOfKey(key) == bit) CountOnce(token);
        }
    }

    private void CountSeller(int seller)
    {
        if (_hasFacets && _wantedKeys[_sellerKey]) CountOnce(seller);
    }

    private void CountOnce(int token)
    {
        if (_countedBy[token] == _document) return;
        _countedBy[token] = _document;
        _counts[token]++;
    }

    private void CountStars(float rating)
    {
        for (var stars = 1; stars <= 4 && rating >= stars; stars++) _stars[stars]++;
    }

    private void WidenNumbers(SegmentColumns columns, int doc, int bit)
    {
        foreach (var (key, value) in columns.Numbers.Row(doc))
        {
            if (!_numbers.TryGetValue(key, out var bounds)) continue;
            if (bit >= 0 && _plan.NumberBit(key) != bit) continue;
            _numbers[key] = (Math.Min(bounds.Min, value), Math.Max(bounds.Max, value));
        }
    }

    private Facet ToFacet(string key) =>
        key == FacetKeys.Rating ? new Facet(key, StarCounts()) : new Facet(key, TokenCounts(_table.FindKey(key)));

    private List<FacetCount> StarCounts() =>
        [.. Enumerable.Range(1, 4).Reverse().Where(stars => _stars[stars] > 0)
            .Select(stars => new FacetCount($"{stars}", $"{stars}", _stars[stars], _request.MinRating == stars))];

    private List<FacetCount> TokenCounts(int key)
    {
        var counts = new List<FacetCount>();
        for (var token = 0; token < _counts.Length; token++)
        {
            if (_plan.Entries[token].Key != key) continue;
            var selected = _plan.IsSelected(token);
            if (_counts[token] == 0 && !selected) continue;
            var value = _plan.Entries[token].Value;
            var label = _table.TryLabel(token, out var name, out _) ? name : value;
            counts.Add(new FacetCount(value, label, _counts[token], selected));
        }

        // A chosen value stays in view, since it could not be taken back otherwise.
        return [.. counts.OrderByDescending(c => c.Selected).ThenByDescending(c => c.Count)
            .ThenBy(c => c.Value, StringComparer.Ordinal).Take(SearchLimits.MaxFacetValues)
            .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)];
    }
}
