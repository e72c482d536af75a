using Marketplace.Catalog.Media.Contracts;
using Marketplace.Kernel.Results;
using NetVips;

namespace Marketplace.Catalog.Media.Adapters;

/// <summary>Decodes and scales with libvips. Pictures come from strangers: only loaders made for that are allowed.</summary>
internal static class VipsPictures
{
    public const int MaximumBytes = 15 * 1024 * 1024;
    public const long MaximumPixels = 40_000_000;
    public const int MinimumSide = 200;

    static VipsPictures()
    {
        NetVips.NetVips.BlockUntrusted = true;
        // SVG counts as trusted there, but it is a program more than a picture.
        Operation.Block("VipsForeignLoadSvg", true);
        NetVips.NetVips.Concurrency = 1;
        // No picture is worked on twice: what libvips remembers of the last hundred operations is never asked for again.
        Cache.Max = 0;
    }

    /// <summary>The picture upright and without its metadata, at most 960 pixels wide, as WebP.</summary>
    public static Result<MasterPicture> MakeMaster(byte[] bytes)
    {
        if (bytes.Length > MaximumBytes) return MediaErrors.TooHeavy;
        if (PictureFormat.Of(bytes) is null) return MediaErrors.NotAPicture;
        try
        {
            using (var header = Image.NewFromBuffer(bytes))
            {
                if ((long)header.Width * header.Height > MaximumPixels) return MediaErrors.TooLarge;
                if (header.Width < MinimumSide || header.Height < MinimumSide) return MediaErrors.TooSmall;
            }

            using var scaled = Image.ThumbnailBuffer(
                bytes, PictureSizes.Master, height: 2 * PictureSizes.Master, size: Enums.Size.Down);
            return new MasterPicture(Save(scaled), scaled.Width, scaled.Height);
        }
        catch (VipsException)
        {
            // Broken, cut short, or a file that only pretends to be of its format.
            return MediaErrors.NotAPicture;
        }
    }

    public static byte[] Scale(byte[] master, int width)
    {
        using var scaled = Image.ThumbnailBuffer(master, width, height: 4 * width, size: Enums.Size.Down);
        return Save(scaled);
    }

    /// <summary>Width and height of a master that comes ready-made.</summary>
    public static (int Width, int Height) Measure(byte[] master)
    {
        using var header = Image.NewFromBuffer(master);
        return (header.Width, header.Height);
    }

    private static byte[] Save(Image image)
    {
        using var flat = image.CopyMemory();
        return flat.WebpsaveBuffer(q: 82, effort: 2, keep: Enums.ForeignKeep.None);
    }
}

internal sealed record MasterPicture(byte[] Webp, int Width, int Height);

/// <summary>A picture's format by its first bytes; its name and declared type may lie.</summary>
internal static class PictureFormat
{
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "jpeg";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])) return "png";
        if (bytes.StartsWith("GIF8"u8)) return "gif";
        if (bytes.Length < 12) return null;
        if (bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) return "webp";
        return bytes[4..8].SequenceEqual("ftyp"u8)
            && (bytes[8..12].SequenceEqual("avif"u8) || bytes[8..12].SequenceEqual("avis"u8)) ? "avif" : null;
    }
}
