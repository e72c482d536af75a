using System.Globalization;
using CsvHelper;
using Marketplace.App.Seeding.Model;
using Marketplace.Kernel.Values;

namespace Marketplace.App.Seeding.Reading;

/// <summary>One row of <c>products.csv</c>; says the line with everything that is wrong in it.</summary>
internal sealed class ProductRow
{
    private readonly string _file;
    private readonly Dictionary<string, string> _cells;

    private ProductRow(string file, int line, Dictionary<string, string> cells) => (_file, Line, _cells) = (file, line, cells);

    public int Line { get; }

    public static ProductRow From(string file, CsvReader csv)
    {
        var header = csv.Headers;
        if (csv.FieldCount != header.Count)
        {
            throw new SeedDataException(
                file, $"line {csv.LineNumber}", $"has {csv.FieldCount} cells where the header has {header.Count}.");
        }

        var cells = header.Select((name, i) => (name, csv.GetString(i))).ToDictionary(StringComparer.Ordinal);
        return new ProductRow(file, (int)csv.LineNumber, cells);
    }

    public string Text(string column) => _cells.TryGetValue(column, out var text)
        ? text : throw new SeedDataException(_file, "line 1", $"the column '{column}' is missing.");

    public string Required(string column) =>
        Text(column) is { Length: > 0 } text ? text : throw Wrong($"'{column}' is empty.");

    public int Whole(string column) => Whole(column, Text(column));

    public IReadOnlyList<string> Parts(string column, char separator) =>
        Text(column).Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public ListingStatusSeed Status() => Text("status") switch
    {
        "published" => ListingStatusSeed.Published,
        "draft" => ListingStatusSeed.Draft,
        "paused" => ListingStatusSeed.Paused,
        var other => throw Wrong($"the status '{other}' is none of published, draft, paused."),
    };

    public Dictionary<string, IReadOnlyList<string>> Attributes()
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, value) in Pairs("attributes"))
            found[key] = value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return found;
    }

    public Dictionary<string, int> Stock() =>
        Pairs("stock").ToDictionary(p => p.Key, p => Whole("stock", p.Value), StringComparer.Ordinal);

    public Dictionary<string, PriceSeed> Prices(IReadOnlyList<string> currencies)
    {
        var prices = new Dictionary<string, PriceSeed>(StringComparer.Ordinal);
        foreach (var currency in currencies)
        {
            if (Minor("price_" + currency.ToLowerInvariant(), currency) is not { } price) continue;
            var before = Minor("compare_at_" + currency.ToLowerInvariant(), currency);
            if (before <= price) throw Wrong($"the price before in {currency} is not above the price.");
            prices[currency] = new PriceSeed(price, before);
        }

        return prices;
    }

    public IReadOnlyList<ImageSeed> Images()
    {
        var (keys, alts) = (Parts("images", ';'), Parts("image_alts", ';'));
        return keys.Count == alts.Count
            ? [.. keys.Zip(alts, (key, alt) => new ImageSeed(key, alt))]
            : throw Wrong($"there are {keys.Count} images, but {alts.Count} texts for them.");
    }

    public int RatingHundredths()
    {
        if (Text("rating_average") is not { Length: > 0 } text) return 0;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var stars)
            && stars is >= 1 and <= 5 ? (int)(stars * 100) : throw Wrong($"the rating '{text}' is not between 1 and 5.");
    }

    public IReadOnlyList<ReviewSeed> Reviews() =>
        [.. Text("reviews").Split(" || ", StringSplitOptions.RemoveEmptyEntries).Select(Review)];

    private ReviewSeed Review(string text)
    {
        var parts = text.Split('|', 3, StringSplitOptions.TrimEntries);
        return parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var stars)
            ? new ReviewSeed(parts[0], stars, parts[2]) : throw Wrong("a review is name|stars|text.");
    }

    private IEnumerable<(string Key, string Value)> Pairs(string column)
    {
        foreach (var part in Parts(column, ';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) throw Wrong($"'{part}' in '{column}' is not key=value.");
            yield return (part[..equals].Trim(), part[(equals + 1)..].Trim());
        }
    }

    private int Whole(string column, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong($"'{text}' in '{column}' is not a whole number.");

    private long? Minor(string column, string currency)
    {
        if (Text(column) is not { Length: > 0 } text) return null;
        return Amount.Parse(text, currency, CultureInfo.InvariantCulture)?.Minor
            ?? throw Wrong($"'{text}' in '{column}' is not an amount of {currency}.");
    }

    private SeedDataException Wrong(string message) => new(_file, $"line {Line}", message);
}
