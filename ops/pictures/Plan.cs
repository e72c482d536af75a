namespace Marketplace.Pictures;

/// <summary>Which masters exist: the front in every palette, the other views in three palettes of each motif.</summary>
public static class Plan
{
    private const int PalettesWithViews = 3;

    public static IEnumerable<(string Key, Palette Palette, string View)> Masters(
        IReadOnlyList<string> all, IReadOnlyCollection<string> wanted)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (!wanted.Contains(all[i]))
            {
                continue;
            }

            for (var p = 0; p < Palette.All.Count; p++)
            {
                yield return (all[i], Palette.All[p], "front");
            }

            for (var n = 0; n < PalettesWithViews; n++)
            {
                // The palettes rotate with the motif, so that the views together show all eight.
                var palette = Palette.All[(i + (n * 3)) % Palette.All.Count];
                yield return (all[i], palette, "detail");
                yield return (all[i], palette, "pair");
            }
        }
    }
}
