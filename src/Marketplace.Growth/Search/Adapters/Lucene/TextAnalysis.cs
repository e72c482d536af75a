using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.NGram;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>
/// How text becomes terms. Porter stems, since the lighter English stemmers leave "games" and "shoes" as they are.
/// </summary>
internal static class TextAnalysis
{
    public const int LongestPrefix = 12;

    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private static readonly Analyzer Stemmed = Make(Stem);
    private static readonly Analyzer Folded = Make(stream => stream);

    public static Analyzer ForIndexing { get; } = new PerFieldAnalyzerWrapper(
        Stemmed,
        new Dictionary<string, Analyzer>
        {
            [IndexFields.Brand] = Folded,
            [IndexFields.Spelling] = Folded,
            [IndexFields.Prefix] = Make(stream => new EdgeNGramTokenFilter(Version, stream, 1, LongestPrefix)),
        });

    /// <summary>Words as typed (folded) with their stems, in order.</summary>
    public static List<QueryToken> Tokenize(string text)
    {
        var folded = Terms(Folded, text);
        var stems = Terms(Stemmed, text);
        return [.. folded.Zip(stems, (word, stem) => new QueryToken(word, stem))];
    }

    public static List<string> StemmedTerms(string text) => Terms(Stemmed, text);

    public static List<string> FoldedTerms(string text) => Terms(Folded, text);

    /// <summary>Letters and digits only, lower case: how references are compared.</summary>
    public static string Compact(string reference) =>
        string.Concat(reference.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static List<string> Terms(Analyzer analyzer, string text)
    {
        var terms = new List<string>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) terms.Add(term.ToString()!);
        stream.End();
        return terms;
    }

    private static TokenStream Stem(TokenStream stream) => new PorterStemFilter(stream);

    private static Analyzer Make(Func<TokenStream, TokenStream> last) =>
        Analyzer.NewAnonymous((_, reader) =>
        {
            var source = new StandardTokenizer(Version, reader);
            TokenStream stream = new EnglishPossessiveFilter(Version, source);
            stream = new LowerCaseFilter(Version, stream);
            stream = new ASCIIFoldingFilter(stream);
            return new TokenStreamComponents(source, last(stream));
        });
}

internal sealed record QueryToken(string Word, string Stem)
{
    /// <summary>Model numbers and sizes: never corrected, since the nearest other number is another product.</summary>
    public bool HasDigit { get; } = Word.Any(char.IsAsciiDigit);
}
