using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>Puts the pictures that were fetched in the place of their marks; one that could not be had is left out.</summary>
internal sealed class PlannedPictures(IReadOnlyDictionary<string, FetchedPicture> byKey, string runId)
{
    public static async Task<PlannedPictures> ReadAsync(
        SellerDb db, string runId, IEnumerable<ImportItem> items, CancellationToken cancellation)
    {
        var found = new Dictionary<string, FetchedPicture>(StringComparer.Ordinal);
        foreach (var keys in items.SelectMany(i => i.Planned?.Sources ?? []).Select(s => PictureSource.KeyOf(s, runId))
            .Distinct(StringComparer.Ordinal).Chunk(500))
        {
            foreach (var picture in await db.ImportPictures.AsNoTracking().Where(p => keys.Contains(p.Key)).ToListAsync(cancellation))
                found[picture.Key] = picture;
        }

        return new PlannedPictures(found, runId);
    }

    public (ListingDraft Draft, IReadOnlyList<RowProblem> Problems) Fill(ImportItem item)
    {
        var (planned, problems) = (item.Planned!, new List<RowProblem>());
        if (planned.Sources.Count == 0) return (planned.Draft, problems);
        var refs = planned.Sources.Select(s => byKey.GetValueOrDefault(PictureSource.KeyOf(s, runId))).ToList();
        foreach (var (source, picture) in planned.Sources.Zip(refs).Where(p => p.Second?.PictureRef is null))
            problems.Add(RowProblems.PictureLeftOut(item.Line, source, picture?.Problem ?? ""));

        string? Resolve(string mark) => PictureSource.IndexOf(mark) is { } index ? refs[index]?.PictureRef : mark;
        var pictures = planned.Draft.Pictures.Select(p => (Ref: Resolve(p.Ref), p.Alt)).Where(p => p.Ref is not null)
            .DistinctBy(p => p.Ref, StringComparer.Ordinal).Select(p => new ListingPicture(p.Ref!, p.Alt)).ToList();
        return (planned.Draft with
        {
            Pictures = pictures,
            Variants = [.. planned.Draft.Variants.Select(v => v.PictureRef is { Length: > 0 } mark
                ? v with { PictureRef = Resolve(mark) } : v with { PictureRef = null })],
        }, problems);
    }
}
