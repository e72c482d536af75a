using Marketplace.Web.Tests.World;
using System.Text.RegularExpressions;

namespace Marketplace.Web.Tests.Architecture;

/// <summary>Rules that are read off the source, since namespaces are folders.</summary>
public sealed partial class SourceRules
{
    [Theory]
    [InlineData(@"\bStripe\.(?!Simulator)|using Stripe;", "Money/Payments/Adapters/Stripe/", "Marketplace.StripeSimulator/")]
    [InlineData(@"Lucene\.Net", "Growth/Search/Adapters/Lucene/", null)]
    [InlineData(@"using Amazon", "Marketplace.App/Files/", null)]
    [InlineData(@"using Microsoft\.AspNetCore\.(?!Identity)", "Marketplace.Web/", "Marketplace.StripeSimulator/")]
    [InlineData(@"using Npgsql|using Microsoft\.Data\.Sql(ite|Client)", "Marketplace.Migrations.", "Marketplace.StripeSimulator/")]
    public void Foreign_libraries_stay_behind_their_fence(string pattern, string allowed, string? alsoAllowed)
    {
        var found = from file in Product.Sources("src")
                    where !file.Path.Contains(allowed, StringComparison.Ordinal)
                        && (alsoAllowed is null || !file.Path.Contains(alsoAllowed, StringComparison.Ordinal))
                    from line in file.Lines
                    where line.StartsWith("using ", StringComparison.Ordinal) && Regex.IsMatch(line, pattern)
                    select $"{file.Path}: {line.Trim()}";

        Nothing.In(found);
    }

    [Fact]
    public void A_modules_model_and_adapters_are_its_own()
    {
        var found = from file in Product.Sources("src")
                    let home = Module(file.Path)
                    where home is not null
                    from line in file.Lines
                    let use = PrivateUse().Match(line)
                    where use.Success && (use.Groups["context"].Value, use.Groups["module"].Value) != home
                    select $"{file.Path}: {line.Trim()}";

        Nothing.In(found);
    }

    /// <summary>The compiler of resources drops the second of two names that differ by case alone, with a warning only.</summary>
    [Fact]
    public void No_two_words_differ_by_case_alone()
    {
        var found = from file in Directory.GetFiles(Path.Combine(Product.Root, "src"), "Words.*.resx", SearchOption.AllDirectories)
                    where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                    from same in System.Xml.Linq.XDocument.Load(file).Root!.Elements("data").Select(d => (string)d.Attribute("name")!)
                        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                    where same.Count() > 1
                    select $"{Path.GetFileName(file)}: {string.Join(" and ", same)}";

        Nothing.In(found);
    }

    [Fact]
    public void Nobody_lifts_the_filters_or_pools_a_context()
    {
        var found = from file in Product.Sources("src")
                    from line in file.Lines
                    where line.Contains("IgnoreQueryFilters", StringComparison.Ordinal)
                        || line.Contains("AddDbContextPool", StringComparison.Ordinal)
                        || line.Contains("GetDatabaseValues", StringComparison.Ordinal)
                    select $"{file.Path}: {line.Trim()}";

        Nothing.In(found);
    }

    /// <summary>
    /// The context and module that a file belongs to. A context's root (its sets and its registration) composes its
    /// modules and may know them all; so may the composition, the host's pages may not.
    /// </summary>
    private static (string, string)? Module(string path)
    {
        var parts = path.Split('/');
        if (parts[1] is "Marketplace.Web") return ("Web", "");
        return parts.Length > 3 && parts[1] is not ("Marketplace.App" or "Marketplace.Kernel")
            ? (parts[1].Split('.')[1], parts[2]) : null;
    }

    [GeneratedRegex(@"^using Marketplace\.(?<context>\w+)\.(?<module>\w+)\.(Model|Adapters)\b")]
    private static partial Regex PrivateUse();
}
