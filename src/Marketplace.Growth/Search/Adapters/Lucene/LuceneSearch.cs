using System.Text.Json;
using Lucene.Net.Search;
using Marketplace.Growth.Search.Contracts;
using Marketplace.Growth.Search.Model;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// One request against one view of the index. Words that no document has are replaced by what they were probably
/// meant to be; when still nothing matches, any of the words is enough, since an empty page sells nothing.
/// </summary>
internal sealed class LuceneSearch(IndexSearcher searcher, SearcherState state, TokenTable table, RankingModel model)
{
    private readonly HashSet<string> _cardFields = [IndexFields.Card];

    public SearchResult Run(SearchRequest request)
    {
        var text = Cut(request.Text);
        return text.Length == 0 ? Browse(request) : Find(request, text);
    }

    private SearchResult Browse(SearchRequest request)
    {
        var key = JsonSerializer.Serialize(request);
        if (state.TryCached(key, out var known)) return known!;
        var result = Collect(request, new MatchAllDocsQuery(), accessory: 1f);
        state.Cache(key, result);
        return result;
    }

    private SearchResult Find(SearchRequest request, string text)
    {
        var tokens = Tokens(text);
        if (tokens.Count == 0) return Collect(request, new BooleanQuery(), accessory: 1f);

        var corrected = request.AllowCorrection ? Correct(tokens) : null;
        var wanted = corrected is null ? tokens : Tokens(corrected);
        var accessory = QueryWords.NameAccessory(wanted.Select(t => t.Word)) ? 1f : model.Accessory;
        var result = Collect(request, TextQuery.Build(corrected ?? text, wanted, relaxed: false, model), accessory);
        if (result.Total == 0 && wanted.Count > 1)
        {
            result = Collect(request, TextQuery.Build(corrected ?? text, wanted, relaxed: true, model), accessory);
            result = result with { Relaxed = result.Total > 0 };
        }

        return result with { DidYouMean = corrected, Corrected = corrected is not null && result.Total > 0 };
    }

    private string? Correct(List<QueryToken> tokens)
    {
        var reader = searcher.IndexReader;
        var words = tokens
            .Select(t => TextQuery.IsAlive(reader, t) ? t.Word : SpellingCorrector.Correct(reader, t) ?? t.Word)
            .ToList();
        return words.SequenceEqual(tokens.Select(t => t.Word)) ? null : string.Join(' ', words);
    }

    private SearchResult Collect(SearchRequest request, Query query, float accessory)
    {
        var plan = new FilterPlan(request, table);
        var tally = new FacetTally(request, plan, table);
        var isSpread = request.Sort == SearchSort.Relevance && request.SellerId is null && !plan.HasSellerFilter;
        var window = isSpread ? request.PageSize * SellerDiversity.Window : 0;
        var last = request.Page * request.PageSize;
        var collector =
            new HitCollector(request, plan, tally, state.Segments, Math.Max(last, window), accessory);
        searcher.Search(query, collector);

        var best = collector.BestFirst();
        if (isSpread && last <= window)
        {
            best = SellerDiversity.Spread(best, request.PageSize, candidate => candidate.Seller);
        }

        return new SearchResult
        {
            Hits = [.. best.Skip(last - request.PageSize).Take(request.PageSize).Select(c => ReadHit(c, request))],
            Total = collector.Total,
            Facets = tally.Facets(),
            Numbers = tally.Numbers(),
            Prices = tally.Prices(),
        };
    }

    private SearchHit ReadHit(Candidate candidate, SearchRequest request)
    {
        var card = searcher.Doc(candidate.Doc, _cardFields).GetBinaryValue(IndexFields.Card);
        var score = request.Sort == SearchSort.Relevance ? candidate.Key : 0;
        return Card.ReadHit(card.Bytes.AsSpan(card.Offset, card.Length), request.Currency, score);
    }

    private static List<QueryToken> Tokens(string text) =>
        [.. TextAnalysis.Tokenize(text).Take(SearchLimits.MaxTokens)];

    private static string Cut(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= SearchLimits.MaxTextLength ? trimmed : trimmed[..SearchLimits.MaxTextLength];
    }
}
