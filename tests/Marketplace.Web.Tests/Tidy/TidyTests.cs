using Marketplace.Web.Tests.World;
using System.Text.RegularExpressions;
using Marketplace.Web.Tests.Architecture;

namespace Marketplace.Web.Tests.Tidy;

public sealed partial class TidyTests
{
    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Nothing.In(Product.Sources("src", "tests").Where(f => f.Lines.Length > 300).Select(f => $"{f.Path}: {f.Lines.Length}"));

    [Fact]
    public void No_line_of_the_product_is_longer_than_140_characters() =>
        Nothing.In(from file in Product.Sources("src")
                   where file.Path.EndsWith(".cs", StringComparison.Ordinal)
                   from line in file.Lines.Select((text, i) => (text, number: i + 1))
                   where line.text.Length > 140 && !IsMarkup(line.text)
                   select $"{file.Path}:{line.number}: {line.text.Length}");

    [Fact]
    public void Namespaces_are_folders()
    {
        var wrong = from file in Product.Sources("src", "tests")
                    where file.Path.EndsWith(".cs", StringComparison.Ordinal)
                    let declared = file.Lines.Select(l => Declared().Match(l)).FirstOrDefault(m => m.Success)
                    where declared is not null
                    let folders = Path.GetDirectoryName(file.Path)!.Split('/')[1..]
                    where declared.Groups[1].Value != string.Join('.', folders)
                    select $"{file.Path}: {declared.Groups[1].Value}";

        Nothing.In(wrong);
    }

    [Theory]
    [InlineData(@"catch\s*(\(Exception\s*\w*\))?\s*\{\s*\}")]
    [InlineData(@"catch\s*$")]
    [InlineData(@"Thread\.Sleep|(?<!SetProperty\(c => c\.ChangedAtUtc, c => )(?<!<c>)DateTime\.(Utc)?Now|DateTimeOffset\.(Utc)?Now(?! \+ TimeSpan\.FromSeconds\(5\))")]
    [InlineData(@"NotImplementedException|\bTODO\b|\bHACK\b|#region|#pragma warning disable(?! CA[\d, CA]+// )")]
    [InlineData(@"/root/|/home/\w+/")]
    public void Nothing_of_this_is_left_in_the_product(string pattern)
    {
        var found = from file in Product.Sources("src")
                    from line in file.Lines.Select((text, i) => (text, number: i + 1))
                    where Regex.IsMatch(line.text, pattern)
                    select $"{file.Path}:{line.number}: {line.text.Trim()}";

        Nothing.In(found);
    }

    /// <summary>A line of HTML or a pattern in a string: broken, it would say something else.</summary>
    private static bool IsMarkup(string line) => Markup().IsMatch(line);

    [GeneratedRegex("""^\s*<\w|"<\w|\$"{3}|GeneratedRegex""")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex Declared();
}
