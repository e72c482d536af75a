using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>Which of a file's pictures the seller has already: from an earlier import, or by their hash.</summary>
internal sealed class KnownPictures(IReadOnlyDictionary<string, string> refsByKey, IReadOnlySet<string> own, string runId)
{
    public static async Task<KnownPictures> ReadAsync(
        SellerDb db, IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancellation)
    {
        var sources = rows.SelectMany(r => PictureSource.Split(r.Text(ImportFields.Images), run.Kind)
            .Append(r.Text(ImportFields.VariantImage))).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var keys in sources.Select(s => PictureSource.KeyOf(s, run.Id)).Chunk(500))
        {
            foreach (var picture in await db.ImportPictures.AsNoTracking()
                .Where(p => keys.Contains(p.Key) && p.PictureRef != null).ToListAsync(cancellation))
                kept[picture.Key] = picture.PictureRef!;
        }

        var refs = sources.Select(PictureSource.RefIn).OfType<string>().Concat(kept.Values).ToList();
        return new KnownPictures(kept, await OwnCatalog.PicturesAsync(db, refs, cancellation), run.Id);
    }

    public string? Find(string source)
    {
        if (PictureSource.RefIn(source) is { } direct && own.Contains(direct)) return direct;
        return refsByKey.TryGetValue(PictureSource.KeyOf(source, runId), out var kept) && own.Contains(kept) ? kept : null;
    }
}
