using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// A request's filters in numbers. Scopes must hold for a document to matter at all; each other filter is one bit,
/// so that a document which misses exactly one of them still counts in that filter's own facet (multi-select).
/// </summary>
internal sealed class FilterPlan
{
    private readonly TokenTable _table;
    private readonly SearchRequest _request;
    private readonly byte[] _bitOfToken;
    private readonly int[] _bitOfKey;
    private readonly HashSet<int> _hiddenSellers = [];
    private readonly HashSet<int> _chosenSellers = [];
    private readonly (int Key, double From, double To)[] _numbers;
    private readonly bool[]? _countrySets;
    private readonly int _scopeCategory = -1;
    private readonly int _scopeSeller = -1;
    private readonly int _facetBits;
    private readonly ulong _facetMask;
    private readonly bool _nothing;
    private readonly int _sellerKey;

    public FilterPlan(SearchRequest request, TokenTable table)
    {
        (_request, _table) = (request, table);
        TokenCount = table.Count;
        Entries = table.Entries;
        _bitOfToken = new byte[TokenCount];
        _bitOfKey = new int[table.KeyCount];
        Array.Fill(_bitOfKey, -1);
        _sellerKey = table.FindKey(FacetKeys.Seller);

        foreach (var seller in request.HiddenSellerIds) AddSeller(_hiddenSellers, seller);
        foreach (var filter in request.Filters) AddFilter(filter, ref _facetBits);
        _facetMask = (1UL << _facetBits) - 1;
        _numbers = [.. request.Numbers.Select(n => (
            table.FindKey(n.Key), n.From ?? double.NegativeInfinity, n.To ?? double.PositiveInfinity))];
        PriceBit = request.Price is null ? -1 : _facetBits + _numbers.Length;
        _nothing = !TryScope(FacetKeys.Category, request.CategoryId, ref _scopeCategory)
            | !TryScope(FacetKeys.Seller, request.SellerId, ref _scopeSeller);
        if (request.Country is { } country)
        {
            _countrySets = table.CountrySetsWith(country, ListingDocument.Everywhere);
        }
    }

    /// <summary>Bits above the facets and numbers, which never exceed <see cref="SearchLimits.MaxFilters"/>.</summary>
    public const int SellerBit = 60, BuyBoxBit = 61, RatingBit = 62;

    public int PriceBit { get; }

    public int TokenCount { get; }

    public TokenTable.Entry[] Entries { get; }

    public bool HasSellerFilter { get; private set; }

    /// <summary>-1: the key's facet is not filtered.</summary>
    public int BitOfKey(int key) => key == _sellerKey ? SellerBit : _bitOfKey[key];

    public int NumberBit(int key)
    {
        var index = Array.FindIndex(_numbers, n => n.Key == key);
        return index < 0 ? -1 : _facetBits + index;
    }

    public bool IsSelected(int token) =>
        (token < TokenCount && _bitOfToken[token] > 0) || _chosenSellers.Contains(token);

    public bool IsInScope(SegmentColumns columns, PriceColumn? prices, int doc)
    {
        var flags = columns.Flags[doc];
        if (_nothing || !flags.HasFlag(ColumnFlags.Active) || prices is null || prices.Min[doc] < 0) return false;
        if (_request.InStockOnly && !flags.HasFlag(ColumnFlags.InStock)) return false;
        if (_countrySets is not null && !_countrySets[columns.CountrySet[doc]]) return false;
        var seller = columns.Seller[doc];
        if (_scopeSeller >= 0 && seller != _scopeSeller) return false;
        if (_hiddenSellers.Count > 0 && _hiddenSellers.Contains(seller)) return false;
        return _scopeCategory < 0 || columns.Tokens.Row(doc).Contains(_scopeCategory);
    }

    /// <summary>The filters that the listing itself does not meet; a variant may still meet some of them.</summary>
    public ulong Missing(SegmentColumns columns, PriceColumn prices, int doc)
    {
        var missing = Without(_facetMask, columns.Tokens.Row(doc));
        for (var i = 0; i < _numbers.Length; i++)
        {
            if (!HasNumber(columns.Numbers.Row(doc), _numbers[i])) missing |= 1UL << (_facetBits + i);
        }

        if (_request.Price is { } price
            && (prices.Max[doc] < (price.FromMinor ?? 0) || prices.Min[doc] > (price.ToMinor ?? long.MaxValue)))
        {
            missing |= 1UL << PriceBit;
        }

        if (columns.Rating[doc] < (_request.MinRating ?? 0)) missing |= 1UL << RatingBit;
        if (HasSellerFilter)
        {
            if (!_chosenSellers.Contains(columns.Seller[doc])) missing |= 1UL << SellerBit;
        }
        else if (_scopeSeller < 0 && !columns.Flags[doc].HasFlag(ColumnFlags.BuyBox))
        {
            missing |= 1UL << BuyBoxBit;
        }

        return missing;
    }

    public ulong Without(ulong missing, ReadOnlySpan<int> tokens)
    {
        if (_facetBits == 0) return missing;
        foreach (var token in tokens)
        {
            if (_bitOfToken[token] > 0) missing &= ~(1UL << (_bitOfToken[token] - 1));
        }

        return missing;
    }

    private static bool HasNumber(ReadOnlySpan<(int Key, double Value)> values, (int Key, double From, double To) range)
    {
        foreach (var (key, value) in values)
        {
            if (key == range.Key && value >= range.From && value <= range.To) return true;
        }

        return false;
    }

    private void AddFilter(FacetFilter filter, ref int bits)
    {
        if (filter.Key == FacetKeys.Seller)
        {
            HasSellerFilter = true;
            foreach (var seller in filter.Values) AddSeller(_chosenSellers, seller);
            return;
        }

        var key = _table.FindKey(filter.Key);
        if (key >= 0) _bitOfKey[key] = bits;
        bits++;
        foreach (var value in filter.Values)
        {
            if (_table.TryFind(filter.Key, value, out var token) && token < TokenCount) _bitOfToken[token] = (byte)bits;
        }
    }

    private void AddSeller(HashSet<int> sellers, string sellerId)
    {
        if (_table.TryFind(FacetKeys.Seller, sellerId, out var token)) sellers.Add(token);
    }

    private bool TryScope(string key, string? value, ref int token) =>
        value is null || _table.TryFind(key, value, out token);
}
