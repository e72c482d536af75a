using System.Globalization;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Seller;

public sealed class ListingFormsTests(TestMarket market) : IClassFixture<TestMarket>
{
    private const string Listings = "/seller/pottery/listings";

    [Fact]
    public async Task The_grid_saves_what_was_changed_and_marks_what_was_refused_or_overtaken()
    {
        using var vera = market.As(TestMarket.Vera);
        var shown = await vera.GetAsync(Listings + "/grid");
        Assert.Contains("you receive", shown.Body, StringComparison.Ordinal);
        var form = PageForm.In(shown, Listings + "/grid").Single(f => f.Method == "POST" && f.Fields.Any(x => x.Name == "Rows[0].OfferId"));

        var other = (await PricesAsync(form))[1];

        var half = await vera.PostAsync(Listings + "/grid", Changed(form, ("Rows[0].Prices[EUR]", "20.50"), ("Rows[1].Prices[EUR]", "abc")));
        Assert.Equal(400, half.Code);
        Assert.Null(half.Page.QuerySelector("#Rows_0__Prices_EUR_-error"));
        Assert.NotNull(half.Page.QuerySelector("#Rows_1__Prices_EUR_-error"));
        Assert.Equal("abc", half.Page.QuerySelector("#Rows_1__Prices_EUR_")!.GetAttribute("value"));
        Assert.Equal([2050L, other], await PricesAsync(form));

        var late = await vera.PostAsync(Listings + "/grid", Changed(form, ("Rows[0].Prices[EUR]", "18.00")));
        Assert.Contains("meanwhile", late.Page.QuerySelector("#Rows_0__Prices_EUR_-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([2050L, other], await PricesAsync(form));

        var fresh = PageForm.In(late, Listings + "/grid").Single(f => f.Fields.Any(x => x.Name == "Rows[0].OfferId"));
        var raised = await vera.PostAsync(Listings + "/grid", [.. Changed(fresh, ("Percentage", "10"), ("act", "percent")), new("Rows[1].Pick", "true")]);
        Assert.True(raised.IsRedirect, raised.Said);
        Assert.Equal([2050L, other * 11 / 10], await PricesAsync(form));
    }

    [Fact]
    public async Task The_editor_proposes_all_combinations_fills_columns_and_keeps_what_is_not_sold_unticked()
    {
        using var vera = market.As(TestMarket.Vera);
        (string, string)[] options = [("Input.Title", "A tall vase, thrown"), ("Input.Options[0].Name", "Colour"), ("Input.Options[0].Values", "Red, Blue"),
            ("Input.Options[1].Name", "Size"), ("Input.Options[1].Values", "S, L")];
        var table = await vera.PostAsync(Listings + "/new", [.. options.Select(o => KeyValuePair.Create(o.Item1, o.Item2)), new("act", "shape")]);
        Assert.Equal(4, Boxes(table).Count(b => b.HasAttribute("checked")));

        var form = Editor(table);
        var filled = await vera.PostAsync(Listings + "/new", Changed(form, ("Input.Fill.Prices[EUR]", "31.00"), ("Input.Fill.Weight", "900"), ("act", "column")));
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(
            "31.00", filled.Page.QuerySelector($"#Input_Variants_{i}__Prices_EUR_")!.GetAttribute("value")));

        var three = Changed(Editor(filled), [.. Enumerable.Range(0, 4).Select(i => ($"Input.Variants[{i}].Sku", "VASE-" + i.ToString(CultureInfo.InvariantCulture))), ("act", "save")])
            .Where(f => f.Key != "Input.Variants[1].IsSold");
        var saved = await vera.PostAsync(Listings + "/new", three);
        Assert.True(saved.IsRedirect, saved.Said);
        Assert.Equal(["VASE-0", "VASE-2", "VASE-3"], await market.Site.WithPlatformAsync(db =>
            db.ListingVariants.Where(v => v.Sku.StartsWith("VASE-")).Select(v => v.Sku).Order().ToListAsync()));
        var again = await vera.GetAsync(saved.LeadsTo);
        Assert.Equal([true, false, true, true], Boxes(again).Select(b => b.HasAttribute("checked")));

        // The third row of the form is the second that the command knows: its error stands at its own field.
        var wrong = await vera.PostAsync(saved.LeadsTo, Changed(Editor(again), ("Input.Variants[2].Gtin", "123"), ("act", "save")));
        Assert.NotNull(wrong.Page.QuerySelector("#Input_Variants_2__Gtin-error"));
    }

    [Fact]
    public async Task A_sale_is_planned_in_the_sites_own_time_and_a_percentage_fills_in_the_prices()
    {
        using var vera = market.As(TestMarket.Vera);
        var path = $"{Listings}/{market.Listings[TestMarket.Pottery][0].ListingId}/sale";
        var form = PageForm.In(await vera.GetAsync(path), path).Single(f => f.Fields.Any(x => x.Name == "Input.Off"));

        var filled = await vera.PostAsync(path, Changed(form, ("Input.Off", "50"), ("act", "fill")));
        var field = PageForm.In(filled, path).SelectMany(f => f.Fields).Single(f => f.Name.StartsWith("Input.Prices[", StringComparison.Ordinal) && f.Value != "");
        var planned = await vera.PostAsync(path, Changed(
            PageForm.In(filled, path).Single(f => f.Fields.Any(x => x.Name == "Input.Off")), (field.Name, field.Value), ("act", "save")));

        Assert.True(planned.IsRedirect, planned.Said);
        var offer = field.Name["Input.Prices[".Length..^5];
        var row = await market.Site.WithPlatformAsync(db => db.OfferPrices.AsNoTracking().SingleAsync(p => p.OfferId == offer));
        Assert.Equal(row.PriceMinor / 2, row.SaleMinor);
        Assert.Equal(7, (row.SaleUntilUtc! - row.SaleFromUtc!).Value.Days);
        Assert.Contains("planned", (await vera.GetAsync(path)).Body, StringComparison.Ordinal);
        var wrong = await vera.PostAsync(path, Changed(form, (field.Name, "99.00"), ("Input.From", "never"), ("act", "save")));
        Assert.NotNull(wrong.Page.QuerySelector("#Input_From-error"));
    }

    private static IEnumerable<AngleSharp.Dom.IElement> Boxes(Answer page) => page.Page.QuerySelectorAll("input[type=checkbox][name$='.IsSold']");

    private static PageForm Editor(Answer page) =>
        PageForm.In(page, Listings + "/new").Single(f => f.Fields.Any(x => x.Name == "Input.Title"));

    private static List<KeyValuePair<string, string>> Changed(PageForm form, params (string Name, string Value)[] changes) =>
    [
        .. form.Body().Where(f => changes.All(c => c.Name != f.Key)),
        .. changes.Select(c => KeyValuePair.Create(c.Name, c.Value)),
    ];

    private async Task<List<long>> PricesAsync(PageForm form)
    {
        var ids = form.Fields.Where(f => f.Name.EndsWith(".OfferId", StringComparison.Ordinal)).Take(2).Select(f => f.Value).ToList();
        var prices = await market.Site.WithPlatformAsync(db => db.OfferPrices.Where(p => ids.Contains(p.OfferId)).ToListAsync());
        return [.. ids.Select(id => prices.Single(p => p.OfferId == id && p.CurrencyCode == "EUR").PriceMinor)];
    }
}
