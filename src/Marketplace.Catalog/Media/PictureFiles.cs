using System.Security.Cryptography;
using Marketplace.Catalog.Media.Adapters;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Kernel.Ports;

namespace Marketplace.Catalog.Media;

/// <summary>Pictures by their content: the same bytes lie there once, whoever brought them.</summary>
internal sealed class PictureFiles(IFileStore files)
{
    private const string Webp = "image/webp";

    /// <summary>Puts a master where its hash says; answers the hash.</summary>
    public async Task<string> KeepAsync(byte[] master, CancellationToken cancellation)
    {
        var pictureRef = Convert.ToHexStringLower(SHA256.HashData(master));
        var path = PictureSizes.Path(pictureRef, PictureSizes.Master);
        if (!await files.ExistsAsync(path, cancellation))
        {
            using var content = new MemoryStream(master, writable: false);
            await files.PutAsync(path, content, Webp, cancellation);
        }

        return pictureRef;
    }

    /// <summary>A size that is not there yet is made now and kept. Null when there is no such picture.</summary>
    public async Task<Stream?> OpenAsync(string pictureRef, int width, CancellationToken cancellation)
    {
        if (await files.OpenAsync(PictureSizes.Path(pictureRef, width), cancellation) is { } ready) return ready;
        if (width == PictureSizes.Master) return null;
        return await MakeAsync(pictureRef, width, cancellation) is { } made ? new MemoryStream(made, writable: false) : null;
    }

    public async Task<bool> MakeAllAsync(string pictureRef, CancellationToken cancellation)
    {
        foreach (var width in PictureSizes.Small)
        {
            if (await files.ExistsAsync(PictureSizes.Path(pictureRef, width), cancellation)) continue;
            if (await MakeAsync(pictureRef, width, cancellation) is null) return false;
        }

        return true;
    }

    private async Task<byte[]?> MakeAsync(string pictureRef, int width, CancellationToken cancellation)
    {
        await using var master = await files.OpenAsync(PictureSizes.Path(pictureRef, PictureSizes.Master), cancellation);
        if (master is null) return null;
        using var buffer = new MemoryStream();
        await master.CopyToAsync(buffer, cancellation);
        var scaled = VipsPictures.Scale(buffer.ToArray(), width);
        using var content = new MemoryStream(scaled, writable: false);
        await files.PutAsync(PictureSizes.Path(pictureRef, width), content, Webp, cancellation);
        return scaled;
    }
}
