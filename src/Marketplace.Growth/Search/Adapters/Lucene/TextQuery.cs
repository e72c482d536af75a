using Lucene.Net.Index;
using Lucene.Net.Search;
using Marketplace.Growth.Search.Model;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// Words to a query: per word the best of all fields (dismax), enough of the words, a lift for the phrase.
/// Term-centric on purpose: a brand in one field and a noun in another together satisfy the visitor.
/// </summary>
internal static class TextQuery
{
    private static readonly HashSet<string> FillWords = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    };

    public static Query Build(string text, IReadOnlyList<QueryToken> tokens, bool relaxed, RankingModel model)
    {
        var words = Meaningful(tokens);
        var query = new BooleanQuery();
        var any = new BooleanQuery { { Words(words, relaxed, model), Occur.SHOULD } };
        AddReferences(any, text, model);
        query.Add(any, Occur.MUST);
        if (Phrase(words, model) is { } phrase) query.Add(phrase, Occur.SHOULD);
        return query;
    }

    /// <summary>Words every one of which is in some field of some document; the others are dead.</summary>
    public static bool IsAlive(IndexReader reader, QueryToken token) =>
        Fields(RankingModel.Default)
            .Any(f => reader.DocFreq(new Term(f.Field, f.Stemmed ? token.Stem : token.Word)) > 0)
        || reader.DocFreq(new Term(IndexFields.Reference, TextAnalysis.Compact(token.Word))) > 0
        || reader.DocFreq(new Term(IndexFields.Gtin, token.Word.TrimStart('0'))) > 0;

    private static List<QueryToken> Meaningful(IReadOnlyList<QueryToken> tokens)
    {
        var meaningful = tokens.Where(t => !FillWords.Contains(t.Word)).ToList();
        return meaningful.Count > 0 ? meaningful : [.. tokens];
    }

    private static BooleanQuery Words(List<QueryToken> words, bool relaxed, RankingModel model)
    {
        var query = new BooleanQuery();
        foreach (var word in words) query.Add(Word(word, model), Occur.SHOULD);
        query.MinimumNumberShouldMatch =
            relaxed ? 1 : words.Count <= 2 ? words.Count : (int)(words.Count * model.MinimumShouldMatch);
        return query;
    }

    private static DisjunctionMaxQuery Word(QueryToken word, RankingModel model)
    {
        var best = new DisjunctionMaxQuery(model.Tie);
        AddFields(best, word, model, 1f);
        foreach (var synonym in QueryWords.SynonymsOf(word.Word).SelectMany(TextAnalysis.Tokenize))
        {
            AddFields(best, synonym, model, model.Synonym);
        }

        best.Add(Exact(IndexFields.Reference, TextAnalysis.Compact(word.Word), model.Reference));
        return best;
    }

    private static void AddFields(DisjunctionMaxQuery best, QueryToken word, RankingModel model, float weight)
    {
        foreach (var (field, stemmed, boost) in Fields(model))
        {
            best.Add(new TermQuery(new Term(field, stemmed ? word.Stem : word.Word)) { Boost = boost * weight });
        }
    }

    private static void AddReferences(BooleanQuery query, string text, RankingModel model)
    {
        var compact = TextAnalysis.Compact(text);
        if (compact.Length == 0) return;
        query.Add(Exact(IndexFields.Reference, compact, model.Reference), Occur.SHOULD);
        if (compact.All(char.IsAsciiDigit))
        {
            query.Add(Exact(IndexFields.Gtin, compact.TrimStart('0'), model.Gtin), Occur.SHOULD);
        }
    }

    private static PhraseQuery? Phrase(List<QueryToken> words, RankingModel model)
    {
        if (words.Count < 2) return null;
        var phrase = new PhraseQuery { Slop = 1, Boost = model.Phrase };
        foreach (var word in words) phrase.Add(new Term(IndexFields.Title, word.Stem));
        return phrase;
    }

    private static ConstantScoreQuery Exact(string field, string term, float boost) =>
        new(new TermQuery(new Term(field, term))) { Boost = boost };

    private static IEnumerable<(string Field, bool Stemmed, float Boost)> Fields(RankingModel model) =>
    [
        (IndexFields.Title, true, model.Title),
        (IndexFields.Type, true, model.Type),
        (IndexFields.Leaf, true, model.Leaf),
        (IndexFields.Category, true, model.Category),
        (IndexFields.Brand, false, model.Brand),
        (IndexFields.Description, true, model.Description),
        (IndexFields.Attributes, true, model.Attributes),
    ];
}
