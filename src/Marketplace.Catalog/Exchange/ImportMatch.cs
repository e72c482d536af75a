using Marketplace.Catalog.Exchange.Contracts;

namespace Marketplace.Catalog.Exchange;

/// <summary>Rows of one listing, and which of the seller's listings they mean.</summary>
internal sealed record ImportMatch(RowGroup Group, string? ListingId, List<RowProblem> Problems)
{
    /// <summary>
    /// By SKU, else by handle. A GTIN joins nothing: other sellers have the same. Groups that mean one listing become
    /// one, so that it is written once.
    /// </summary>
    public static List<ImportMatch> Of(IReadOnlyList<RowGroup> groups, OwnKeys keys, ImportKind kind)
    {
        var (matches, byListing) = (new List<ImportMatch>(), new Dictionary<string, ImportMatch>(StringComparer.Ordinal));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            var skus = group.Rows.Where(r => RowGroup.IsVariant(r, kind)).Select(r => (Row: r, Sku: r.Text(ImportFields.Sku)))
                .Where(s => s.Sku.Length > 0).ToList();
            var listing = skus.Select(s => keys.BySku.GetValueOrDefault(s.Sku)).FirstOrDefault(id => id is not null)
                ?? keys.ByHandle.GetValueOrDefault(group.Key);
            var problems = skus.Where(s => !seen.Add(s.Sku)).Select(s => RowProblems.TwiceTheSku(s.Row.Line, s.Sku))
                .Concat(skus.Where(s => keys.BySku.GetValueOrDefault(s.Sku) is { } other && other != listing)
                    .Select(s => RowProblems.ForeignSku(s.Row.Line, s.Sku))).ToList();
            if (listing is not null && byListing.TryGetValue(listing, out var same))
            {
                same.Group.Rows.AddRange(group.Rows);
                same.Problems.AddRange(problems);
                continue;
            }

            var match = new ImportMatch(group, listing, problems);
            matches.Add(match);
            if (listing is not null) byListing[listing] = match;
        }

        return matches;
    }
}
