using NetVips;

namespace Marketplace.Tests.Catalog;

public static class TestPictures
{
    public static byte[] Webp(int width, int height) => Plain(width, height).WebpsaveBuffer();

    public static byte[] Png(int width, int height) => Plain(width, height).PngsaveBuffer();

    /// <summary>Lying on its side, as phones write them, with metadata that must not survive.</summary>
    public static byte[] SidewaysJpeg(int width, int height)
    {
        using var picture = Plain(width, height).Mutate(m =>
        {
            m.Set(GValue.GIntType, "orientation", 6);
            m.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "my home address");
        });
        return picture.JpegsaveBuffer();
    }

    private static Image Plain(int width, int height) =>
        (Image.Black(width, height, bands: 3) + new double[] { 180, 60, 40 }).Cast(Enums.BandFormat.Uchar)
        .Copy(interpretation: Enums.Interpretation.Srgb);
}
