using System.Text.RegularExpressions;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Architecture;

/// <summary>Codes are part of the API: machines read them, and support asks for them.</summary>
public sealed partial class ErrorCodes
{
    [Fact]
    public void One_code_means_one_thing()
    {
        var twice = from use in Used()
                    group use by use.Code into one
                    where one.Select(u => u.Path).Distinct().Count() > 1
                    select $"{one.Key}: {string.Join(", ", one.Select(u => u.Path))}";

        Nothing.In(twice);
    }

    [Fact]
    public void Every_code_is_named_by_a_test()
    {
        var own = Path.Combine("Architecture", nameof(ErrorCodes) + ".cs");
        var tests = string.Join('\n', Product.Sources("tests").Where(t => !t.Path.EndsWith(own, StringComparison.Ordinal))
            .SelectMany(t => t.Lines));
        var used = Used().ToList();
        Assert.True(used.Count > 100, $"Only {used.Count} codes were found.");
        var unnamed = used.Where(u => !u.Names.Any(n => tests.Contains(n, StringComparison.Ordinal))).Select(u => u.Code).ToList();

        Nothing.In(unnamed);
    }

    /// <summary>Every code that the product can answer with, the file that says it, and what a test may call it.</summary>
    internal static IEnumerable<(string Code, string Path, IReadOnlyList<string> Names)> Used() =>
        from file in Product.Sources("src")
        where !file.Path.Contains("StripeSimulator", StringComparison.Ordinal)
        let text = string.Join('\n', file.Lines)
        from Match match in Code().Matches(text)
        let code = match.Groups["code"].Value
        select (code, file.Path, Names(code, text[..(match.Index + match.Length)]));

    /// <summary>The code itself, or the class and the member that hold it.</summary>
    private static IReadOnlyList<string> Names(string code, string before)
    {
        var member = Member().Matches(before[(before.LastIndexOfAny([';', '{', '}']) + 1)..]).FirstOrDefault();
        var type = Type().Matches(before).LastOrDefault();
        var literal = $"\"{code}\"";
        return member is null || type is null ? [literal] : [literal, $"{type.Groups[1].Value}.{member.Groups[1].Value}"];
    }

    [GeneratedRegex("""(?:new Error|Error\.\w+|Error \w+(?:\([^)]*\))?(?: =>| =) new|const string \w+ =)\(?\s*"(?<code>[a-z-]+\.[a-z0-9-]+)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:Error|const string)\s+(\w+)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\b(?:class|record)\s+(\w+)")]
    private static partial Regex Type();
}
