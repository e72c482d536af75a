using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

public enum ExportPart
{
    /// <summary>All but the archive.</summary>
    All,
    Published,
    Drafts,
}

/// <summary>The columns of an export: those that every seller has, its currencies and its locations.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record GetExportColumns : IQuery<Result<IReadOnlyList<string>>>;

/// <summary>
/// The next listings as rows for these columns, a row a variant; the import reads them back as they are.
/// </summary>
/// <param name="PicturesAt">Goes before the addresses of pictures: where this platform is reached.</param>
[Seller(SellerPermissions.Listings)]
public sealed record ListExportRows(IReadOnlyList<string> Columns, ExportPart Part, string PicturesAt, string? After = null)
    : IQuery<Result<Page<IReadOnlyList<string>>>>
{
    public const int ListingsAtOnce = 200;
}

internal sealed class ListExportRowsHandler(SellerDb db, ISender sender)
    : IQueryHandler<ListExportRows, Result<Page<IReadOnlyList<string>>>>, IQueryHandler<GetExportColumns, Result<IReadOnlyList<string>>>
{
    public async ValueTask<Result<IReadOnlyList<string>>> Handle(GetExportColumns query, CancellationToken cancellationToken)
    {
        var tenant = db.TenantId;
        var currencies = await db.OfferPrices.Where(p => p.TenantId == tenant).Select(p => p.CurrencyCode).Distinct()
            .OrderBy(c => c).ToListAsync(cancellationToken);
        var places = (await sender.Send(new ListLocations(), cancellationToken)).Required();
        var options = Enumerable.Range(1, OwnCatalog.MaximumOptions)
            .SelectMany(n => (string[])[ImportFields.OptionName(n), ImportFields.OptionValue(n), ImportFields.OptionValues(n)]);
        return (string[])
        [
            ImportFields.Handle, ImportFields.Title, ImportFields.State, ImportFields.Category, ImportFields.Brand,
                ImportFields.Description,
            ImportFields.Attributes, .. options, ImportFields.Sku, ImportFields.Gtin,
            .. currencies.SelectMany(c => (string[])[ImportFields.PriceIn(c), ImportFields.CompareAtIn(c)]), ImportFields.WeightGrams,
            .. places.Count < 2 ? [ImportFields.Stock] : places.Select(p => ImportFields.StockAt(p.Name)),
            ImportFields.Images, ImportFields.ImageAlts, ImportFields.VariantImage, ImportFields.SeoTitle, ImportFields.SeoDescription,
        ];
    }

    public async ValueTask<Result<Page<IReadOnlyList<string>>>> Handle(ListExportRows query, CancellationToken cancellationToken)
    {
        var ids = await OwnCatalog.IdsAsync(db, query.Part, query.After, ListExportRows.ListingsAtOnce, cancellationToken);
        var listings = await OwnCatalog.ReadAsync(db, ids, cancellationToken);
        var places = (await sender.Send(new ListLocations(), cancellationToken)).Required();
        var writer = new ExportRows(
            await CategoryTreeReader.ReadAsync(db, cancellationToken), query.PicturesAt,
            places.GroupBy(p => p.Name, StringComparer.Ordinal)
                .ToDictionary(g => ImportFields.StockAt(g.Key), g => g.First().Id, StringComparer.Ordinal));
        var rows = listings.OrderBy(l => l.Id, StringComparer.Ordinal).SelectMany(l => writer.Of(l, query.Columns)).ToList();
        return new Page<IReadOnlyList<string>>(rows, ids.Count == ListExportRows.ListingsAtOnce ? ids[^1] : null);
    }
}

/// <summary>A listing in the columns of our own format: its own values stand in the first of its rows.</summary>
internal sealed class ExportRows(CategoryTree tree, string picturesAt, IReadOnlyDictionary<string, string> places)
{
    public IEnumerable<IReadOnlyList<string>> Of(OwnListing listing, IReadOnlyList<string> columns) =>
        listing.Draft.Variants.Select((v, i) => (IReadOnlyList<string>)[.. columns.Select(c => Cell(listing, v, c, isFirst: i == 0))]);

    private string Cell(OwnListing listing, VariantDraft variant, string column, bool isFirst) =>
        column == ImportFields.Handle ? OwnCatalog.HandleOf(listing.Draft.Title, listing.ShortId)
        : OfVariant(variant, column) ?? (isFirst || IsOptionName(column) ? OfListing(listing, column) : "");

    private static bool IsOptionName(string column) => column.EndsWith("_name", StringComparison.Ordinal);

    private string OfListing(OwnListing listing, string column)
    {
        var draft = listing.Draft;
        return column switch
        {
            ImportFields.Title => draft.Title,
            ImportFields.State => listing.State.ToString().ToLowerInvariant(),
            ImportFields.Category => CategoryWords.PathOf(tree, draft.CategoryId),
            ImportFields.Brand => draft.Brand,
            ImportFields.Description => draft.Description,
            ImportFields.Attributes => ListingDiff.AttributesText(draft.Attributes),
            ImportFields.Images => string.Join('\n', draft.Pictures.Select(p => Address(p.Ref))),
            ImportFields.ImageAlts => string.Join('\n', draft.Pictures.Select(p => p.Alt.Length == 0 ? " " : p.Alt)),
            ImportFields.SeoTitle => draft.SeoTitle,
            ImportFields.SeoDescription => draft.SeoDescription,
            _ => OptionCell(draft, column),
        };
    }

    private static string OptionCell(ListingDraft draft, string column)
    {
        for (var n = 1; n <= draft.Options.Count; n++)
        {
            if (column == ImportFields.OptionName(n)) return draft.Options[n - 1].Name;
            if (column == ImportFields.OptionValues(n)) return string.Join('|', draft.Options[n - 1].Values);
        }

        return "";
    }

    /// <summary>Null when the column is the listing's.</summary>
    private string? OfVariant(VariantDraft variant, string column)
    {
        switch (column)
        {
            case ImportFields.Sku: return variant.Sku;
            case ImportFields.Gtin: return variant.Gtin ?? "";
            case ImportFields.WeightGrams: return Number(variant.WeightGrams);
            case ImportFields.VariantImage: return variant.PictureRef is { } picture ? Address(picture) : "";
            case ImportFields.Stock: return variant.Stock.Count == 0 ? "" : Number(variant.Stock.Sum(s => s.Now));
        }

        if (places.TryGetValue(column, out var place))
            return variant.Stock.FirstOrDefault(s => s.LocationId == place) is { } stock ? Number(stock.Now) : "";
        for (var n = 1; n <= OwnCatalog.MaximumOptions; n++)
        {
            if (column == ImportFields.OptionValue(n)) return n <= variant.OptionValues.Count ? variant.OptionValues[n - 1] : "";
        }

        if (column.Split(':') is not [var field, var currency] || field is not (ImportFields.Price or ImportFields.CompareAt)) return null;
        if (variant.Prices.FirstOrDefault(p => p.CurrencyCode == currency) is not { } price) return "";
        return (field == ImportFields.Price ? price.PriceMinor : price.CompareAtMinor) is { } minor
            ? new Amount(minor, currency).ToString().Split(' ')[0] : "";
    }

    private string Address(string pictureRef) => picturesAt + Media.Contracts.PictureSizes.Url(pictureRef,
        Media.Contracts.PictureSizes.Master);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
