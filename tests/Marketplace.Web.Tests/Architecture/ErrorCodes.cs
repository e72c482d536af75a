using Marketplace.Web.Tests.World;
using System.Text.RegularExpressions;

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

    /// <summary>Every code that the product can answer with, and the file that says it.</summary>
    internal static IEnumerable<(string Code, string Path)> Used() =>
        from file in Product.Sources("src")
        where !file.Path.Contains("StripeSimulator", StringComparison.Ordinal)
        from Match match in Code().Matches(string.Join('\n', file.Lines))
        select (match.Groups["code"].Value, file.Path);

    [GeneratedRegex("""(?:new Error|Error\.\w+|Error \w+(?: =>| =) new)\(\s*"(?<code>[a-z]+\.[a-z0-9-]+)""")]
    private static partial Regex Code();
}
