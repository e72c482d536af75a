using System.IO.Compression;
using Marketplace.Catalog.Exchange.Adapters;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Catalog.Media;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Brings the pictures of the next items into the seller's library: from the open internet, from the ZIP, or by their
/// hash. No transaction runs meanwhile; each is kept as it comes, so that none is fetched twice. What cannot be had is
/// kept with its reason.
/// </summary>
[Internal]
public sealed record FetchPictures(string ImportId, int Cursor, int Count) : ICommand<Result>;

internal sealed class FetchPicturesHandler(SellerDb db, IFileStore files, PictureDownload download, ISender sender)
    : ICommandHandler<FetchPictures, Result>
{
    private const int AtOnce = 4;

    public async ValueTask<Result> Handle(FetchPictures command, CancellationToken cancellationToken)
    {
        var (id, from, to) = (command.ImportId, command.Cursor, command.Cursor + command.Count);
        var planned = await db.ImportItems.AsNoTracking().Where(i => i.RunId == id && i.Number > from && i.Number <= to)
            .Select(i => i.Planned).ToListAsync(cancellationToken);
        var sources = planned.SelectMany(p => p?.Sources ?? []).Distinct(StringComparer.Ordinal)
            .ToDictionary(s => PictureSource.KeyOf(s, id), s => s, StringComparer.Ordinal);
        foreach (var keys in sources.Keys.ToList().Chunk(500))
        {
            // One that failed in an earlier import is tried again; in this one, once is enough.
            foreach (var known in await db.ImportPictures.AsNoTracking()
                         .Where(p => keys.Contains(p.Key) && (p.PictureRef != null || p.RunId == id))
                             .Select(p => p.Key).ToListAsync(cancellationToken))
                sources.Remove(known);
        }

        if (sources.Count == 0) return Result.Success();
        var zip = await OpenZipAsync(id, sources.Values, cancellationToken);
        foreach (var part in sources.Chunk(AtOnce))
        {
            var fetched = await Task.WhenAll(part.Select(s => BytesAsync(s.Value, zip, cancellationToken)));
            foreach (var ((key, source), bytes) in part.Zip(fetched))
            {
                var kept = bytes.Ok ? await KeepAsync(source, bytes.Value, cancellationToken) : bytes.Error;
                await sender.Send(new KeepImportPicture(key, id, kept.Value, kept.Error?.Message), cancellationToken);
            }
        }

        return Result.Success();
    }

    private async Task<Dictionary<string, byte[]>> OpenZipAsync(string runId, IEnumerable<string> sources, CancellationToken cancellation)
    {
        var names = sources.Where(s => !PictureSource.IsAddress(s)).Select(PictureSource.FileName)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var path = await db.ImportRuns.Where(r => r.Id == runId).Select(r => r.PicturesPath).SingleAsync(cancellation);
        if (names.Count == 0 || path is null || await ImportFiles.ReadAsync(files, path, cancellation) is not { } bytes) return found;
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(e => names.Contains(e.Name)))
        {
            await using var content = await entry.OpenAsync(cancellation);
            // What a ZIP says of its sizes may lie: one byte more than a picture may have is enough to refuse it.
            using var kept = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; kept.Length <= PictureDownload.MaximumBytes && (read = await content.ReadAsync(buffer, cancellation)) > 0;)
                kept.Write(buffer, 0, read);
            found.TryAdd(entry.Name, kept.ToArray());
        }

        return found;
    }

    private async Task<Result<byte[]>> BytesAsync(string source, Dictionary<string, byte[]> zip, CancellationToken cancellation)
    {
        if (PictureSource.RefIn(source) is { } pictureRef
            && await ImportFiles.ReadAsync(files, PictureSizes.Path(pictureRef, PictureSizes.Master),
                cancellation) is { } here) return here;
        if (PictureSource.IsAddress(source)) return await download.GetAsync(source, cancellation);
        return zip.TryGetValue(PictureSource.FileName(source), out var packed) ? packed : DownloadErrors.NotInZip;
    }

    private async Task<Result<string>> KeepAsync(string source, byte[] bytes, CancellationToken cancellation)
    {
        var name = PictureSource.FileName(source.Split('?')[0]);
        // A master of this platform is taken as it is, so that it keeps its hash.
        if (PictureSource.RefIn(source) is not null && await sender.Send(new ImportPicture(bytes, name),
            cancellation) is { Ok: true } taken) return taken;
        var uploaded = await sender.Send(new UploadPicture(bytes, name), cancellation);
        return uploaded.Ok ? uploaded.Value.Ref : uploaded.Error;
    }
}

/// <summary>Writes down what became of a picture; said again it stays as it is.</summary>
[Internal]
public sealed record KeepImportPicture(string Key, string ImportId, string? PictureRef, string? Problem)
    : ICommand<Result>, ISellerTransaction;

internal sealed class KeepImportPictureHandler(SellerDb db) : ICommandHandler<KeepImportPicture, Result>
{
    public async ValueTask<Result> Handle(KeepImportPicture command, CancellationToken cancellationToken)
    {
        var row = await db.ImportPictures.SingleOrDefaultAsync(p => p.Key == command.Key, cancellationToken);
        if (row is null) db.Add(row = new FetchedPicture { TenantId = db.TenantId, Key = command.Key, RunId = command.ImportId });
        (row.PictureRef, row.Problem, row.RunId) = (command.PictureRef, command.Problem, command.ImportId);
        return Result.Success();
    }
}
