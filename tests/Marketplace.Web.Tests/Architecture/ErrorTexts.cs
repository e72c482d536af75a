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
    /// <summary>Their words are made elsewhere, from several; the templates name them.</summary>
    private static readonly string[] Composed =
        ["person.weak-password", "input.invalid", "listing.attribute-value", "shipping.rates", "cart.no-more", "seller.checklist-open"];

    [Fact]
    public void Every_refusal_has_a_dutch_text()
    {
        var words = Words();
        var messages = Messages().ToList();
        Assert.True(messages.Count > 200, $"Only {messages.Count} messages were found.");

        Nothing.In(messages.Concat(Refusals.Templates).Where(m => words[m].ResourceNotFound));
        Nothing.In(messages.Where(m => m.Contains("{0}", StringComparison.Ordinal)).Except(Refusals.Templates));
    }

    [Fact]
    public void Every_code_has_a_message_that_this_test_reads()
    {
        var read = ErrorsWith().Select(m => m.Code).Concat(Composed).ToHashSet(StringComparer.Ordinal);

        Nothing.In(ErrorCodes.Used().Select(u => u.Code).Where(c => !read.Contains(c)).Distinct());
    }

    [Theory]
    [InlineData("There is no such order.", "Deze bestelling bestaat niet.")]
    [InlineData("'XX' is no country code like DE.", "'XX' is geen landcode zoals DE.")]
    [InlineData("Some points of the checklist are still open: listing, payout.", "Er staan nog punten van de checklist open: listing, payout.")]
    [InlineData("\"Blue\" is not one of the choices of Glaze.", "\"Blue\" is geen van de keuzes van Glaze.")]
    [InlineData("A price in EUR is at least 0.50 EUR.", "Een prijs in EUR is minstens 0.50 EUR.")]
    [InlineData("What nobody has translated: this.", "What nobody has translated: this.")]
    public void What_was_put_into_a_message_is_put_into_its_translation(string message, string dutch) =>
        Assert.Equal(dutch, Words().Refusal(message));

    private static IEnumerable<string> Messages() => ErrorsWith().Where(m => !Composed.Contains(m.Code)).Select(m => m.Message)
        .Concat(Rules()).Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Code, string Message)> ErrorsWith() =>
        from text in Sources()
        from Match match in Error().Matches(text)
        let code = match.Groups["code"] is { Success: true } literal ? literal.Value : CodeOf(text, match.Groups["name"].Value)
        where code is not null
        select (code, Joined(match.Groups["text"].Value));

    private static string? CodeOf(string text, string constant) =>
        Constant().Matches(text).FirstOrDefault(m => m.Groups[1].Value == constant)?.Groups[2].Value;

    private static IEnumerable<string> Rules() =>
        from text in Sources()
        from Match match in Rule().Matches(text)
        select Joined(match.Groups["text"].Value);

    private static IEnumerable<string> Sources() => Product.Sources("src")
        .Where(f => !f.Path.Contains("StripeSimulator", StringComparison.Ordinal) && !f.Path.Contains("Seeding", StringComparison.Ordinal))
        .Select(f => string.Join('\n', f.Lines));

    /// <summary>"a" + "b" is ab, and what is put in is a numbered hole.</summary>
    private static string Joined(string literals)
    {
        var (text, number) = (string.Concat(Literal().Matches(literals).Select(m => Regex.Unescape(m.Groups[1].Value))), 0);
        return Hole().Replace(text, _ => $"{{{number++}}}");
    }

    private static IStringLocalizer<Words> Words()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        return new ServiceCollection().AddLogging().AddWords().BuildServiceProvider().GetRequiredService<IStringLocalizer<Words>>();
    }

    [GeneratedRegex("""(?:new Error|Error\.\w+|Error \w+(?:\([^)]*\))?(?: =>| =) new|=> new)\(\s*(?:"(?<code>[a-z-]+\.[a-z0-9-]+)"|(?<name>\w+Code)),(?:\s*(?:"\w+"|nameof\([\w.]+\)|field),)?\s*(?:words\[)?(?<text>\$?"(?:[^"\\]|\\.)*"(?:\s*\+\s*\$?"(?:[^"\\]|\\.)*")*)""")]
    private static partial Regex Error();

    [GeneratedRegex("""const string (\w+Code) = "([a-z-]+\.[a-z0-9-]+)";""")]
    private static partial Regex Constant();

    [GeneratedRegex("""\.WithMessage\(\s*(?<text>"(?:[^"\\]|\\.)*"(?:\s*\+\s*"(?:[^"\\]|\\.)*")*)""")]
    private static partial Regex Rule();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Hole();
}
