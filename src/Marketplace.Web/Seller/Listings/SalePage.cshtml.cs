using System.Globalization;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Settlement;
using Marketplace.Web.Admin;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Listings;

/// <summary>
/// A sale of one listing: which of its prices go down, to what, from when until when. Times are the site's own, kept
/// as instants.
/// </summary>
public sealed class SalePage(ISender sender, IStringLocalizer<Words> words, DisplayClock clock) : PageModel
{
    [BindProperty]
    public SaleInput Input { get; set; } = new();

    public MyListing Listing { get; private set; } = null!;

    public IReadOnlyList<SaleRow> Rows { get; private set; } = [];

    public PayoutPreviews? Payouts { get; private set; }

    public string Zone => clock.Zone.Id;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await ReadAsync(id) is { } error) return this.Refused(error);
        var from = Rows.Select(r => r.FromUtc).FirstOrDefault(t => t is not null);
        var until = Rows.Select(r => r.UntilUtc).FirstOrDefault(t => t is not null);
        Input.From = DisplayClock.Typed(from is { } begins ? clock.Local(begins) : clock.Today.AddDays(1));
        Input.Until = DisplayClock.Typed(until is { } ends ? clock.Local(ends) : clock.Today.AddDays(8));
        foreach (var row in Rows.Where(r => r.SaleMinor is not null)) Input.Prices[Key(row)] = Type(row.SaleMinor!.Value, row.CurrencyCode);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(string seller, string id, string? act)
    {
        if (await ReadAsync(id) is { } error) return this.Refused(error);
        if (act == "fill") return await FillAsync();
        if (act?.Split(':') is ["end", var key] && Rows.FirstOrDefault(r => Key(r) == key) is { } ended)
        {
            var over = await sender.Send(new EndSale(ended.OfferId, ended.CurrencyCode), HttpContext.RequestAborted);
            if (!over.Ok) return await AgainAsync(over.Error);
            this.Say(ended.IsRunning ? words["The sale is over: buyers pay the price again."] : words["The planned sale is forgotten."]);
            return LocalRedirect($"/seller/{seller}/listings/{id}/sale");
        }

        if (Read() is not { } sale) return await AgainAsync(null);
        var planned = await sender.Send(sale, HttpContext.RequestAborted);
        if (!planned.Ok) return await AgainAsync(planned.Error, sale);
        this.Say(words["The sale is planned."]);
        return LocalRedirect($"/seller/{seller}/listings/{id}/sale");
    }

    public static string Key(SaleRow row) => $"{row.OfferId}-{row.CurrencyCode}";

    public string NameOf(SaleRow row) => Listing.Draft.Variants.First(v => v.Id == row.OfferId).OptionValues is { Count: > 0 } values
        ? string.Join(" / ", values) : words["The one form"];

    public PayoutPreview? PayoutOf(SaleRow row) => Typed(row) is not { } price
        ? null : Payouts?.Payouts.FirstOrDefault(p => p.Price.CurrencyCode == row.CurrencyCode && p.Price.PriceMinor == price);

    private long? Typed(SaleRow row) => Amount.Parse(Input.Prices.GetValueOrDefault(Key(row)), row.CurrencyCode,
        CultureInfo.CurrentCulture)?.Minor;

    private async Task<Error?> ReadAsync(string id)
    {
        var listing = await sender.Send(new GetMyListing(id), HttpContext.RequestAborted);
        if (!listing.Ok) return listing.Error;
        Listing = listing.Value;
        var rows = await sender.Send(new GetSales(id), HttpContext.RequestAborted);
        Rows = rows.Value ?? [];
        return rows.Error;
    }

    /// <summary>Writes the percentage off into every price's field; nothing is saved yet.</summary>
    private async Task<IActionResult> FillAsync()
    {
        ModelState.Clear();
        if (Percent.Parse(Input.Off, CultureInfo.CurrentCulture) is { } off and > 0 and < 10_000)
        {
            foreach (var row in Rows)
            {
                var quantum = Currency.Of(row.CurrencyCode).QuantumMinor;
                Input.Prices[Key(row)] = Type(Allocation.BasisPoints(row.PriceMinor, 10_000 - off, quantum), row.CurrencyCode);
            }
        }
        else ModelState.AddModelError("Input.Off", words["Write a percentage between 0 and 100."]);
        return await ShowAsync();
    }

    private PlanSale? Read()
    {
        foreach (var row in Rows.Where(r => !string.IsNullOrWhiteSpace(Input.Prices.GetValueOrDefault(Key(r))) && Typed(r) is null))
            ModelState.AddModelError($"Input.Prices[{Key(row)}]", words["Write an amount of {0}.", row.CurrencyCode]);
        var (from, until) = (Instant(Input.From, "Input.From"), Instant(Input.Until, "Input.Until"));
        return ModelState.IsValid
            ? new PlanSale([.. Rows.Where(r => Typed(r) is not null)
                .Select(r => new SalePrice(r.OfferId, r.CurrencyCode, Typed(r)!.Value))], from, until)
            : null;
    }

    private DateTime Instant(string? text, string field)
    {
        if (clock.Instant(text) is { } instant) return instant;
        ModelState.AddModelError(field, words["Write a day and a time."]);
        return default;
    }

    private async Task<PageResult> ShowAsync()
    {
        Payouts = (await sender.Send(new PreviewPayouts(
            [.. Rows.Where(r => Typed(r) is not null).Select(r =>
                new PriceToPreview(Listing.Draft.CategoryId, r.CurrencyCode, Typed(r)!.Value))]),
            HttpContext.RequestAborted)).Value;
        return Page();
    }

    private async Task<IActionResult> AgainAsync(Error? error, PlanSale? sale = null)
    {
        await ShowAsync();
        if (error is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        // The command numbers its prices; the form names them by variant and currency.
        var fields = error.Fields?.ToDictionary(
            f => f.Key switch
            {
                "UntilUtc" => "Input.Until",
                "Prices" => "",
                _ when f.Key.StartsWith("Prices[", StringComparison.Ordinal) && int.TryParse(f.Key[7..f.Key.IndexOf(']')],
                    out var at) && at < sale?.Prices.Count
                    => $"Input.Prices[{sale.Prices[at].OfferId}-{sale.Prices[at].CurrencyCode}]",
                _ => f.Key,
            }, f => f.Value, StringComparer.Ordinal);
        return Outcomes.Again(this, error with { Fields = fields }, "");
    }

    private static string Type(long minor, string currency) => new Amount(minor, currency).ToMajor()
        .ToString("F" + Currency.Of(currency).Exponent, CultureInfo.CurrentCulture);
}

public sealed class SaleInput
{
    public string? From { get; set; }
    public string? Until { get; set; }
    /// <summary>A percentage to take off every price.</summary>
    public string? Off { get; set; }
    public Dictionary<string, string?> Prices { get; set; } = [];
}
