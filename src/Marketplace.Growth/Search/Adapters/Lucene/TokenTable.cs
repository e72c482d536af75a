using System.Diagnostics.CodeAnalysis;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// Numbers for facet tokens ("colour=Blue"), shared by all segments of one index so that counts need no merging.
/// Only grows; a rebuild starts a new one. Arrays are replaced when they grow, so a reader may keep what it got.
/// </summary>
internal sealed class TokenTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _keyNames = [];
    private readonly Dictionary<string, int> _countrySets = new(StringComparer.Ordinal);
    private readonly List<string> _countrySetNames = [];
    private Entry[] _entries = new Entry[256];
    private int _count;

    public readonly record struct Entry(int Key, string Value);

    /// <summary>What a seller or category is called; the newest document's word counts.</summary>
    private readonly Dictionary<int, (string Slug, string Name)> _labels = [];

    public int Count => Volatile.Read(ref _count);

    public Entry[] Entries => Volatile.Read(ref _entries);

    public int Intern(ReadOnlySpan<char> token)
    {
        lock (_gate)
        {
            var lookup = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();
            if (lookup.TryGetValue(token, out var id)) return id;

            var equals = token.IndexOf('=');
            id = _count;
            if (id == _entries.Length)
            {
                var grown = new Entry[_entries.Length * 2];
                _entries.CopyTo(grown, 0);
                Volatile.Write(ref _entries, grown);
            }

            _entries[id] = new Entry(KeyId(token[..equals].ToString()), token[(equals + 1)..].ToString());
            _tokens.Add(token.ToString(), id);
            Volatile.Write(ref _count, id + 1);
            return id;
        }
    }

    public bool TryFind(string key, string value, out int token)
    {
        lock (_gate) return _tokens.TryGetValue($"{key}={value}", out token);
    }

    /// <summary>-1 when no document has the key.</summary>
    public int FindKey(string key)
    {
        lock (_gate) return _keys.GetValueOrDefault(key, -1);
    }

    public int InternKey(string key)
    {
        lock (_gate) return KeyId(key);
    }

    public int KeyCount
    {
        get { lock (_gate) return _keyNames.Count; }
    }

    public int InternCountrySet(string set)
    {
        lock (_gate)
        {
            if (_countrySets.TryGetValue(set, out var id)) return id;
            _countrySets.Add(set, id = _countrySetNames.Count);
            _countrySetNames.Add(set);
            return id;
        }
    }

    /// <summary>By set number: does it hold the country?</summary>
    public bool[] CountrySetsWith(string country, string everywhere)
    {
        lock (_gate)
        {
            return [.. _countrySetNames.Select(set =>
                set.Split(',').Any(c => c == country || c == everywhere))];
        }
    }

    public void Label(int token, string slug, string name)
    {
        lock (_gate) _labels[token] = (slug, name);
    }

    public bool TryLabel(int token, [NotNullWhen(true)] out string? name, out string slug)
    {
        lock (_gate)
        {
            var found = _labels.TryGetValue(token, out var label);
            (slug, name) = label;
            return found;
        }
    }

    private int KeyId(string key)
    {
        if (_keys.TryGetValue(key, out var id)) return id;
        _keys.Add(key, id = _keyNames.Count);
        _keyNames.Add(key);
        return id;
    }
}
