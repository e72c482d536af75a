using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// Finds what a word that no document has was meant to be: the closest word of the catalog, the more frequent one
/// of two equally close. The first letter is taken as right, which people get wrong least and which saves most work.
/// </summary>
internal static class SpellingCorrector
{
    /// <summary>Null when no word is near enough.</summary>
    public static string? Correct(IndexReader reader, QueryToken token)
    {
        if (token.HasDigit || token.Word.Length < 3) return null;
        if (MultiFields.GetTerms(reader, IndexFields.Spelling) is not { } vocabulary) return null;

        var edits = token.Word.Length < 6 ? 1 : 2;
        return Split(reader, token.Word) is { } pair && edits == 1
            ? pair
            : Nearest(vocabulary, token.Word, edits) ?? Split(reader, token.Word);
    }

    private static string? Nearest(Terms vocabulary, string word, int edits)
    {
        var term = new Term(IndexFields.Spelling, word);
        var near = new FuzzyTermsEnum(vocabulary, new AttributeSource(), term, edits, 1, transpositions: true);
        var closeness = near.Attributes.AddAttribute<IBoostAttribute>();
        (float Boost, int Frequency, string Word)? best = null;
        while (near.MoveNext())
        {
            var candidate = (closeness.Boost, near.DocFreq, near.Term.Utf8ToString());
            if (best is null || candidate.CompareTo(best.Value) > 0) best = candidate;
        }

        return best?.Word;
    }

    /// <summary>"gamingmouse" is "gaming mouse", when both are words of the catalog.</summary>
    private static string? Split(IndexReader reader, string word)
    {
        (int Frequency, string Pair)? best = null;
        for (var i = 3; i <= word.Length - 3; i++)
        {
            var frequency = Math.Min(Frequency(reader, word[..i]), Frequency(reader, word[i..]));
            if (frequency > 0 && (best is null || frequency > best.Value.Frequency))
            {
                best = (frequency, $"{word[..i]} {word[i..]}");
            }
        }

        return best?.Pair;
    }

    private static int Frequency(IndexReader reader, string word) =>
        reader.DocFreq(new Term(IndexFields.Spelling, word));
}
