using System.Globalization;
using System.Text.RegularExpressions;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Tests.Architecture;

/// <summary>Whoever reads the pages in Dutch is refused in Dutch, whatever the code.</summary>
public sealed partial class ErrorTexts
{
    /// <summary>A message to which something is added at its end: the text has a hole there.</summary>
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["Some points of the checklist are still open: "] = "Some points of the checklist are still open: {0}.",
    };

    [Fact]
    public void Every_refusal_has_a_dutch_text()
    {
        var words = Words();
        var messages = Messages().ToList();
        Assert.True(messages.Count > 200, $"Only {messages.Count} messages were found.");

        Nothing.In(messages.Where(m => words[m].ResourceNotFound));
    }

    [Fact]
    public void Every_code_has_a_message_that_this_test_reads()
    {
        var read = ErrorsWith().Select(m => m.Code).Concat(["person.weak-password", "input.invalid"]).ToHashSet(StringComparer.Ordinal);

        Nothing.In(ErrorCodes.Used().Select(u => u.Code).Where(c => !read.Contains(c)).Distinct());
    }

    [Theory]
    [InlineData("There is no such order.", "Deze bestelling bestaat niet.")]
    [InlineData("'XX' is no country code like DE.", "'XX' is geen landcode zoals DE.")]
    [InlineData("Some points of the checklist are still open: listing, payout.", "Er staan nog punten van de checklist open: listing, payout.")]
    [InlineData("What nobody has translated: this.", "What nobody has translated: this.")]
    public void What_was_put_into_a_message_is_put_into_its_translation(string message, string dutch) =>
        Assert.Equal(dutch, Words().Refusal(message));

    private static IEnumerable<string> Messages() =>
        ErrorsWith().Select(m => m.Message).Concat(Rules()).Select(m => Open.GetValueOrDefault(m) ?? m.Replace("{PropertyValue}", "{0}", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Code, string Message)> ErrorsWith() =>
        from text in Sources()
        from Match match in Error().Matches(text)
        select (match.Groups["code"].Value, Joined(match.Groups["text"].Value));

    private static IEnumerable<string> Rules() =>
        from text in Sources()
        from Match match in Rule().Matches(text)
        select Joined(match.Groups["text"].Value);

    private static IEnumerable<string> Sources() => Product.Sources("src")
        .Where(f => !f.Path.Contains("StripeSimulator", StringComparison.Ordinal) && !f.Path.Contains("Seeding", StringComparison.Ordinal))
        .Select(f => string.Join('\n', f.Lines));

    /// <summary>"a" + "b" is ab.</summary>
    private static string Joined(string literals) =>
        string.Concat(Literal().Matches(literals).Select(m => Regex.Unescape(m.Groups[1].Value)));

    private static IStringLocalizer<Words> Words()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        return new ServiceCollection().AddLogging().AddWords().BuildServiceProvider().GetRequiredService<IStringLocalizer<Words>>();
    }

    [GeneratedRegex("""(?:new Error|Error\.\w+|Error \w+(?:\([^)]*\))?(?: =>| =) new)\(\s*"(?<code>[a-z-]+\.[a-z0-9-]+)",(?:\s*(?:"\w+"|nameof\([\w.]+\)|field),)?\s*(?<text>"(?:[^"\\]|\\.)*"(?:\s*\+\s*"(?:[^"\\]|\\.)*")*)""")]
    private static partial Regex Error();

    [GeneratedRegex("""\.WithMessage\(\s*(?<text>"(?:[^"\\]|\\.)*"(?:\s*\+\s*"(?:[^"\\]|\\.)*")*)""")]
    private static partial Regex Rule();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Literal();
}
