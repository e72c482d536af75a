using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;

namespace Marketplace.Catalog.Exchange;

/// <summary>What every row of a run is read with.</summary>
/// <param name="Locations">Ids of the seller's open locations by their names; the first one takes what names none.</param>
internal sealed record ImportSetting(
    ImportKind Kind, ImportOptions Options, IReadOnlyDictionary<string, string> Locations, string? FirstLocation);

/// <summary>A row laid over a variant as it is: an empty cell leaves what is there.</summary>
internal sealed class VariantPlan(ImportSetting setting, List<RowProblem> problems)
{
    public VariantDraft Of(ImportRow row, string sku, IReadOnlyList<string> options, VariantDraft? before, Func<string,
        string> picture) => new(
        before?.Id, sku, GtinOf(row) ?? before?.Gtin, options, WeightOf(row) ?? before?.WeightGrams ?? 0,
        row.Text(ImportFields.VariantImage) is { Length: > 0 } image ? picture(image) : before?.PictureRef,
        PricesOf(row, before?.Prices ?? []), StockOf(row, before?.Stock ?? []));

    private string? GtinOf(ImportRow row)
    {
        var text = row.Text(ImportFields.Gtin).TrimStart('\'');
        if (text.Length == 0) return null;
        if (Gtin.Normalise(text) is { } gtin) return gtin;
        // Other shops keep numbers of their own there: the row is worth more than the number.
        problems.Add(RowProblems.NotAGtin(row.Line, row.Column(ImportFields.Gtin), text) with { IsWarning = true });
        return null;
    }

    private int? WeightOf(ImportRow row)
    {
        foreach (var (field, kilograms) in ((string, bool)[])[(ImportFields.WeightGrams, false), (ImportFields.WeightKilograms, true)])
        {
            if (row.Text(field).Length == 0) continue;
            if (ImportNumbers.Grams(row.Cell(field), kilograms, setting.Options.DecimalComma) is { } grams) return grams;
            problems.Add(RowProblems.NotAWeight(row.Line, row.Column(field), row.Text(field)));
        }

        return null;
    }

    private List<PriceDraft> PricesOf(ImportRow row, IReadOnlyList<PriceDraft> before)
    {
        var prices = before.ToDictionary(p => p.CurrencyCode, StringComparer.Ordinal);
        SetPrice(row, ImportFields.Price, ImportFields.CompareAt, setting.Options.CurrencyCode, prices);
        foreach (var currency in row.Suffixes(ImportFields.Price).Union(row.Suffixes(ImportFields.CompareAt), StringComparer.Ordinal))
            SetPrice(row, ImportFields.PriceIn(currency), ImportFields.CompareAtIn(currency), currency, prices);
        return [.. prices.Values.OrderBy(p => p.CurrencyCode, StringComparer.Ordinal)];
    }

    private void SetPrice(ImportRow row, string field, string compareField, string currency, Dictionary<string, PriceDraft> prices)
    {
        var kept = prices.GetValueOrDefault(currency);
        var price = Amount(row, field, currency) ?? kept?.PriceMinor;
        var (hasCompare, compare) = (row.Has(compareField), Amount(row, compareField, currency));
        if (!hasCompare) compare = kept?.CompareAtMinor;
        if (field == ImportFields.Price && Amount(row, ImportFields.SalePrice, currency) is { } sale) (price, compare) = (sale, price);
        if (price is not { } minor || (kept is not null && row.Text(field).Length == 0 && row.Text(compareField).Length == 0)) return;

        // Other shops, and a price from before, often cross out a price that is not higher: then nothing is.
        if (compare <= minor && (setting.Kind is ImportKind.Shopify or ImportKind.WooCommerce || !hasCompare)) compare = null;
        if (SetPricesValidator.Problem(new PriceToSet(currency, minor, compare)) is { } refused)
            problems.Add(RowProblems.PriceRefused(row.Line, row.Column(row.Has(field) ? field : compareField), refused));
        else prices[currency] = new PriceDraft(currency, minor, compare);
    }

    private long? Amount(ImportRow row, string field, string currency)
    {
        if (row.Text(field).Length == 0) return null;
        var (reading, minor) = ImportNumbers.Price(row.Cell(field), currency, setting.Options.DecimalComma);
        if (reading == ImportNumbers.Reading.Ok) return minor;
        problems.Add(reading == ImportNumbers.Reading.TooExact
            ? RowProblems.NotExact(row.Line, row.Column(field), row.Text(field), currency)
            : RowProblems.NotAPrice(row.Line, row.Column(field), row.Text(field), currency));
        return null;
    }

    private List<StockDraft> StockOf(ImportRow row, IReadOnlyList<StockDraft> before)
    {
        var stock = before.ToDictionary(s => s.LocationId ?? "", StringComparer.Ordinal);
        SetStock(row, ImportFields.Stock, setting.FirstLocation, stock);
        foreach (var name in row.Suffixes(ImportFields.Stock))
        {
            if (row.Text(ImportFields.StockAt(name)).Length == 0) continue;
            if (setting.Locations.TryGetValue(name, out var id)) SetStock(row, ImportFields.StockAt(name), id, stock);
            else problems.Add(RowProblems.UnknownLocation(row.Line, row.Column(ImportFields.StockAt(name)), name));
        }

        return [.. stock.Values.OrderBy(s => s.LocationId, StringComparer.Ordinal)];
    }

    private void SetStock(ImportRow row, string field, string? location, Dictionary<string, StockDraft> stock)
    {
        if (row.Text(field).Length == 0) return;
        if (ImportNumbers.Whole(row.Cell(field), setting.Options.DecimalComma) is not { } count)
        {
            problems.Add(RowProblems.NotWhole(row.Line, row.Column(field), row.Text(field)));
            return;
        }

        var kept = stock.GetValueOrDefault(location ?? "");
        if (kept is not null || count > 0) stock[location ?? ""] = new StockDraft(location, kept?.Was ?? 0, count);
    }
}
