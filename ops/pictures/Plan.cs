using System.Text.RegularExpressions;

namespace Marketplace.Pictures;

/// <summary>Which masters exist: the front in every palette, the other views where a listing shows them.</summary>
public static partial class Plan
{
    public static IEnumerable<(string Key, Palette Palette, string View)> Masters(
        IEnumerable<string> keys,
        IReadOnlySet<string> shown)
    {
        foreach (var key in keys)
        {
            foreach (var palette in Palette.All)
            {
                yield return (key, palette, "front");

                foreach (var view in new[] { "detail", "pair" }.Where(v => shown.Contains($"{key}-{palette.Key}-{v}")))
                {
                    yield return (key, palette, view);
                }
            }
        }
    }

    /// <summary>The views that the demo's listings name; drawing all of them would pass the 15 MB.</summary>
    public static IReadOnlySet<string> Shown(string seed) =>
        Directory.EnumerateFiles(seed, "products.csv", SearchOption.AllDirectories)
            .SelectMany(file => ViewName().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("[a-z][a-z-]*-(detail|pair)(?=[;,\"])")]
    private static partial Regex ViewName();
}
