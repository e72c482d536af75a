namespace Marketplace.Pictures;

/// <summary>Which masters exist: the front in every palette, the other views in three palettes of each motif.</summary>
public static class Plan
{
    private const int PalettesWithViews = 3;

    public static IEnumerable<(string Key, Palette Palette, string View)> Masters(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            for (var p = 0; p < Palette.All.Count; p++)
            {
                yield return (key, Palette.All[p], "front");
            }

            for (var n = 0; n < PalettesWithViews; n++)
            {
                // The first of the three follows from the name, so that a motif more changes no other's files.
                var palette = Palette.All[(key.Sum(c => c) + (n * 3)) % Palette.All.Count];
                yield return (key, palette, "detail");
                yield return (key, palette, "pair");
            }
        }
    }
}
