using System.Globalization;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Values;

namespace Marketplace.Web.Seller.Listings;

/// <summary>The editor's form as it was typed.</summary>
public sealed class EditorInput
{
    public const int OptionRows = 3;

    public long? Version { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Brand { get; set; }
    public string? CategoryId { get; set; }
    public string? SeoTitle { get; set; }
    public string? SeoDescription { get; set; }
    public Dictionary<string, List<string?>> Attributes { get; set; } = [];
    public List<OptionInput> Options { get; set; } = [];
    public List<VariantInput> Variants { get; set; } = [];
    public List<PictureInput> Pictures { get; set; } = [];
    /// <summary>What a button writes into a whole column.</summary>
    public FillInput Fill { get; set; } = new();

    /// <summary>The rows that are sold, by their place in the form: the command knows only these.</summary>
    public List<int> SoldRows() => [.. Variants.Select((v, i) => (v, i)).Where(x => x.v.IsSold || Variants.Count == 1).Select(x => x.i)];

    /// <summary>Writes what stands in the first line into every row that is sold.</summary>
    public void FillColumns()
    {
        foreach (var variant in Variants.Where(v => v.IsSold || Variants.Count == 1))
        {
            foreach (var (currency, price) in Fill.Prices.Where(p => !string.IsNullOrWhiteSpace(p.Value))) variant.Prices[currency] = price;
            if (!string.IsNullOrWhiteSpace(Fill.Weight)) variant.Weight = Fill.Weight;
            for (var i = 0; i < Math.Min(Fill.Stock.Count, variant.Stock.Count); i++)
                if (!string.IsNullOrWhiteSpace(Fill.Stock[i])) variant.Stock[i].Now = Fill.Stock[i];
        }

        Fill = new FillInput();
    }

    public static EditorInput From(MyListing listing) => new()
    {
        Version = listing.Version, Title = listing.Draft.Title, Description = listing.Draft.Description,
        Brand = listing.Draft.Brand, CategoryId = listing.Draft.CategoryId, SeoTitle = listing.Draft.SeoTitle,
        SeoDescription = listing.Draft.SeoDescription,
        Attributes = listing.Draft.Attributes.ToDictionary(a => a.Key, a => a.Value.Cast<string?>().ToList()),
        Options = [.. listing.Draft.Options.Select(o => new OptionInput { Name = o.Name, Values = string.Join(", ", o.Values) })],
        Variants = [.. listing.Draft.Variants.Select(VariantInput.From)],
        Pictures = [.. listing.Draft.Pictures.Select(p => new PictureInput { Ref = p.Ref, Alt = p.Alt })],
    };

    /// <summary>Options whose name or values were left empty do not count.</summary>
    public List<ListingOption> RealOptions() =>
        [.. Options.Where(o => !string.IsNullOrWhiteSpace(o.Name) && o.Split().Count > 0)
            .Select(o => new ListingOption(o.Name!.Trim(), o.Split()))];

    /// <summary>
    /// Makes the table of variants fit the options; what was typed for a combination stays with it. All combinations
    /// are proposed; those that a saved listing does not sell are there without their tick.
    /// </summary>
    public void Shape(IReadOnlyList<string?> locations, bool isSaved = false)
    {
        var kept = Variants.GroupBy(v => string.Join('\u001f', v.Values)).ToDictionary(g => g.Key, g => g.First());
        var model = Variants.FirstOrDefault();
        Variants = [.. Combinations(RealOptions()).Take(100).Select(values =>
            kept.GetValueOrDefault(string.Join('\u001f', values)) ?? VariantInput.Like(model, values, isSold: !isSaved))];
        foreach (var variant in Variants)
            foreach (var location in locations.Where(l => variant.Stock.All(s => s.LocationId != l)))
                variant.Stock.Add(new StockInput { LocationId = location, Now = "0" });
        while (Options.Count < OptionRows) Options.Add(new OptionInput());
    }

    /// <summary>What the command takes, and what could not be read, by field.</summary>
    public (ListingDraft Draft, List<(string Field, string Message)> Unread) Read(CultureInfo culture)
    {
        var unread = new List<(string, string)>();
        var variants = SoldRows().Select(i => Variants[i].Read(culture, $"Input.Variants[{i}]", unread)).ToList();
        var draft = new ListingDraft(
            Title ?? "", Description ?? "", Brand ?? "", string.IsNullOrEmpty(CategoryId) ? null : CategoryId,
            Attributes.ToDictionary(
                a => a.Key, a => (IReadOnlyList<string>)[.. a.Value.OfType<string>().Where(v => v.Length > 0)]),
            RealOptions(), variants, [.. Pictures.Where(p => p.Ref is not null).Select(p => new ListingPicture(p.Ref!, p.Alt ?? ""))],
            SeoTitle ?? "", SeoDescription ?? "");
        return (draft, unread);
    }

    private static IEnumerable<List<string>> Combinations(List<ListingOption> options) => options.Aggregate(
        (IEnumerable<List<string>>)[[]], (all, option) => all.SelectMany(head => option.Values.Select(v => (List<string>)[.. head, v])));
}

public sealed class FillInput
{
    public Dictionary<string, string?> Prices { get; set; } = [];
    public string? Weight { get; set; }
    public List<string?> Stock { get; set; } = [];
}

public sealed class OptionInput
{
    public string? Name { get; set; }
    public string? Values { get; set; }

    public List<string> Split() => [.. (Values ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Distinct(StringComparer.OrdinalIgnoreCase)];
}

public sealed class PictureInput
{
    public string? Ref { get; set; }
    public string? Alt { get; set; }
}

public sealed class StockInput
{
    public string? LocationId { get; set; }
    public int Was { get; set; }
    public string? Now { get; set; }
}

public sealed class VariantInput
{
    public string? Id { get; set; }
    /// <summary>Its tick: without it, the combination is proposed and not sold.</summary>
    public bool IsSold { get; set; }
    public List<string> Values { get; set; } = [];
    public string? Sku { get; set; }
    public string? Gtin { get; set; }
    public string? Weight { get; set; }
    public string? Picture { get; set; }
    public Dictionary<string, string?> Prices { get; set; } = [];
    public Dictionary<string, string?> Before { get; set; } = [];
    public List<StockInput> Stock { get; set; } = [];

    public static VariantInput From(VariantDraft draft) => new()
    {
        Id = draft.Id, IsSold = true, Values = [.. draft.OptionValues], Sku = draft.Sku, Gtin = draft.Gtin, Picture = draft.PictureRef,
        Weight = draft.WeightGrams == 0 ? null : draft.WeightGrams.ToString(CultureInfo.CurrentCulture),
        Prices = draft.Prices.ToDictionary(p => p.CurrencyCode, p => (string?)Text(p.PriceMinor, p.CurrencyCode)),
        Before = draft.Prices.Where(p => p.CompareAtMinor is not null)
            .ToDictionary(p => p.CurrencyCode, p => (string?)Text(p.CompareAtMinor!.Value, p.CurrencyCode)),
        Stock = [.. draft.Stock.Select(s => new StockInput
        {
            LocationId = s.LocationId, Was = s.Was, Now = s.Now.ToString(CultureInfo.CurrentCulture),
        })],
    };

    /// <summary>A new combination starts with the prices and weight of the first one.</summary>
    public static VariantInput Like(VariantInput? model, List<string> values, bool isSold) => new()
    {
        IsSold = isSold, Values = values, Weight = model?.Weight, Prices = new(model?.Prices ?? []),
        Sku = values.Count == 0 ? model?.Sku : null,
    };

    public VariantDraft Read(CultureInfo culture, string field, List<(string Field, string Message)> unread)
    {
        var prices = new List<PriceDraft>();
        foreach (var (currency, text) in Prices.Where(p => !string.IsNullOrWhiteSpace(p.Value)))
        {
            if (Money(text, currency, culture, $"{field}.Prices[{currency}]", unread) is not { } price) continue;
            var before = Before.GetValueOrDefault(currency);
            prices.Add(new PriceDraft(currency, price, string.IsNullOrWhiteSpace(before)
                ? null : Money(before, currency, culture, $"{field}.Before[{currency}]", unread)));
        }

        return new VariantDraft(
            Id, Sku ?? "", string.IsNullOrWhiteSpace(Gtin) ? null : Gtin, Values,
            Number(Weight, culture, $"{field}.Weight", unread), string.IsNullOrEmpty(Picture) ? null : Picture, prices,
            [.. Stock.Select((s, i) => new StockDraft(
                string.IsNullOrEmpty(s.LocationId) ? null : s.LocationId, s.Was,
                Number(s.Now, culture, $"{field}.Stock[{i}].Now", unread)))]);
    }

    private static string Text(long minor, string currency) => new Amount(minor, currency).ToMajor()
        .ToString("F" + Currency.Of(currency).Exponent, CultureInfo.CurrentCulture);

    private static long? Money(
        string? text, string currency, CultureInfo culture, string field, List<(string, string)> unread)
    {
        if (Amount.Parse(text, currency, culture) is { } amount) return amount.Minor;
        unread.Add((field, $"Write an amount of {currency}, like {12.5m.ToString("0.00", culture)}."));
        return null;
    }

    private static int Number(string? text, CultureInfo culture, string field, List<(string, string)> unread)
    {
        if (string.IsNullOrWhiteSpace(text)) return 0;
        if (int.TryParse(text, NumberStyles.AllowThousands, culture, out var number)) return number;
        unread.Add((field, "Write a whole number."));
        return 0;
    }
}
