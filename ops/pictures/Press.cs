using System.Text;
using NetVips;

namespace Marketplace.Pictures;

/// <summary>SVG text in, WebP or PNG file out.</summary>
public static class Press
{
    public static int Print(string svg, string path, int quality = 72)
    {
        using var image = Raster(svg);
        var bytes = Path.GetExtension(path) is ".png"
            ? image.PngsaveBuffer()
            : image.WebpsaveBuffer(q: quality, effort: 4, smartSubsample: true, keep: Enums.ForeignKeep.None);
        File.WriteAllBytes(path, bytes);
        return bytes.Length;
    }

    private static Image Raster(string svg)
    {
        var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg));
        using var alpha = drawn[3];
        if (alpha.Min() < 255)
        {
            return drawn; // the hero keeps its transparent gaps
        }

        using (drawn)
        {
            return drawn.Flatten().CopyMemory();
        }
    }
}
