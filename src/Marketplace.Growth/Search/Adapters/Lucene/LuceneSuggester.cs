using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>Completions of what is being typed; the last word counts as unfinished.</summary>
internal sealed class LuceneSuggester(IndexSearcher searcher, SearcherState state, TokenTable table)
{
    private const int MostScannedTerms = 2_000;
    private readonly HashSet<string> _cardFields = [IndexFields.Card];

    public SuggestResult Run(SuggestRequest request)
    {
        var words = TextAnalysis.FoldedTerms(request.Text[..Math.Min(request.Text.Length, SearchLimits.MaxTextLength)]);
        if (words.Count is 0 or > SearchLimits.MaxTokens) return SuggestResult.Empty;
        var limit = Math.Clamp(request.Limit, 1, SearchLimits.MaxSuggestions);
        return new SuggestResult(
            Queries(words, limit),
            request.SellerId is null ? Categories(words, limit) : [],
            Listings(words, request, limit),
            request.SellerId is null ? Shops(words, request, limit) : []);
    }

    /// <summary>The frequent words that finish the last one and occur together with the words before it.</summary>
    private List<string> Queries(List<string> words, int limit)
    {
        var before = string.Concat(words.SkipLast(1).Select(w => w + " "));
        return [.. Completions(words[^1])
            .OrderByDescending(c => c.Frequency).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Take(limit * 4)
            .Where(c => words.Count == 1 || Together([.. words.SkipLast(1), c.Word]))
            .Take(limit)
            .Select(c => before + c.Word)];
    }

    private List<(string Word, int Frequency)> Completions(string beginning)
    {
        var found = new List<(string, int)>();
        if (MultiFields.GetTerms(searcher.IndexReader, IndexFields.Spelling) is not { } terms) return found;
        var all = terms.GetEnumerator();
        if (all.SeekCeil(new BytesRef(beginning)) == TermsEnum.SeekStatus.END) return found;
        do
        {
            var word = all.Term.Utf8ToString();
            if (!word.StartsWith(beginning, StringComparison.Ordinal)) break;
            found.Add((word, all.DocFreq));
        }
        while (found.Count < MostScannedTerms && all.MoveNext());

        return found;
    }

    private bool Together(IEnumerable<string> words)
    {
        var query = new BooleanQuery();
        foreach (var word in words) query.Add(new TermQuery(new Term(IndexFields.Spelling, word)), Occur.MUST);
        return searcher.Search(query, 1).TotalHits > 0;
    }

    private List<SearchHit> Listings(List<string> words, SuggestRequest request, int limit)
    {
        var query = new BooleanQuery();
        foreach (var word in words)
        {
            var prefix = word.Length <= TextAnalysis.LongestPrefix ? word : word[..TextAnalysis.LongestPrefix];
            query.Add(new TermQuery(new Term(IndexFields.Prefix, prefix)), Occur.MUST);
        }

        var search = new SearchRequest
        {
            Currency = request.Currency,
            Country = request.Country,
            SellerId = request.SellerId,
            HiddenSellerIds = request.HiddenSellerIds,
        };
        var plan = new FilterPlan(search, table);
        var collector = new HitCollector(search, plan, new FacetTally(search, plan, table), state.Segments, limit, 1f);
        searcher.Search(query, collector);
        return [.. collector.BestFirst().Select(c => ReadHit(c, request.Currency))];
    }

    private SearchHit ReadHit(Candidate candidate, string currency)
    {
        var card = searcher.Doc(candidate.Doc, _cardFields).GetBinaryValue(IndexFields.Card);
        return Card.ReadHit(card.Bytes.AsSpan(card.Offset, card.Length), currency, candidate.Key);
    }

    private List<SuggestedCategory> Categories(List<string> words, int limit)
    {
        var entries = table.Entries;
        return [.. Labelled(state.Shelves.Categories, words).Take(limit)
            .Select(c => new SuggestedCategory(entries[c.Token].Value, c.Name, c.Count))];
    }

    private List<SuggestedShop> Shops(List<string> words, SuggestRequest request, int limit)
    {
        var entries = table.Entries;
        return [.. Labelled(state.Shelves.Sellers, words)
            .Where(s => !request.HiddenSellerIds.Contains(entries[s.Token].Value))
            .Take(limit)
            .Select(s => new SuggestedShop(entries[s.Token].Value, s.Slug, s.Name, s.Count))];
    }

    private IEnumerable<(int Token, string Name, string Slug, int Count)> Labelled(
        IReadOnlyDictionary<int, int> counts, List<string> words)
    {
        foreach (var (token, count) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key))
        {
            if (table.TryLabel(token, out var name, out var slug) && Begins(name, words))
            {
                yield return (token, name, slug, count);
            }
        }
    }

    private static bool Begins(string name, List<string> words)
    {
        var parts = TextAnalysis.FoldedTerms(name);
        return words.TrueForAll(w => parts.Exists(p => p.StartsWith(w, StringComparison.Ordinal)));
    }
}
