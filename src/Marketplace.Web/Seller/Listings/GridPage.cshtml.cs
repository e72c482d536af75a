using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Results;
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
/// Many variants' prices and counts in one form. Each changed row is a message of its own, so that one refusal does not
/// stop the others; what was refused stands as it was typed, with the reason beside it.
/// </summary>
[RequestFormLimits(ValueCountLimit = 16384)]
public sealed class GridPage(ISender sender, ISettings settings, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public List<GridRowInput> Rows { get; set; } = [];

    /// <summary>The percentage by which the ticked rows' prices rise or fall.</summary>
    [BindProperty]
    public string? Percentage { get; set; }

    public ListingState? State { get; private set; }

    public string? Search { get; private set; }

    public int Number { get; private set; } = 1;

    public VariantGrid Grid { get; private set; } = new([], 0);

    public IReadOnlyList<string> Currencies { get; private set; } = [];

    public IReadOnlyList<LocationRow> Locations { get; private set; } = [];

    public PayoutPreviews? Payouts { get; private set; }

    /// <summary>What happened, where the page is shown again.</summary>
    public string? Outcome { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? state, string? q, int p = 1) =>
        await ReadAsync(state, q, p) is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync(string? state, string? q, string? act, int p = 1)
    {
        var typed = Rows.Take(ListVariantGrid.PageSize).ToList();
        if (act is "pause" or "publish" or "archive") return await MoveAsync(act, typed, state, q, p);
        var percent = act is "percent" ? Percent.Parse(Percentage, CultureInfo.CurrentCulture) : 0;
        var wrong = new List<(string OfferId, string Field, string Message)>();
        var saved = 0;
        foreach (var row in typed)
        {
            if (act == "percent" && (!row.Pick || percent is null or <= -10_000)) continue;
            var (edit, unread) = act == "percent" ? (row.Reprice(percent!.Value), []) : row.Read(CultureInfo.CurrentCulture);
            wrong.AddRange(unread.Select(u => (row.OfferId, u.Field, words[u.Message].Value)));
            if (edit is null) continue;
            var done = await sender.Send(edit, HttpContext.RequestAborted);
            if (done.Error is { Kind: ErrorKind.Forbidden or ErrorKind.Unauthenticated } error) return this.Refused(error);
            if (done.Ok) saved++;
            else wrong.AddRange(FieldsOf(done.Error, edit).Select(f => (row.OfferId, f.Field, words.Refusal(f.Message))));
        }

        if (act == "percent" && percent is null or <= -10_000) wrong.Add(("", "Percentage", words["Write a percentage, like -10 or 5."]));
        return await ShowAsync(typed, wrong, saved, (state, q, p));
    }

    public PayoutPreview? PayoutOf(GridRow row, string currency) =>
        row.Prices.FirstOrDefault(p => p.CurrencyCode == currency) is not { } price
        ? null : Payouts?.Payouts.FirstOrDefault(p => p.Price == new PriceToPreview(row.CategoryId, currency,
            price.SaleMinor ?? price.PriceMinor));

    public string Address(int number) =>
        $"?state={State}&q={Uri.EscapeDataString(Search ?? "")}&p={number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Pauses, publishes or archives the listings of the ticked rows; each is its own message.</summary>
    private async Task<IActionResult> MoveAsync(string act, List<GridRowInput> typed, string? state, string? q, int p)
    {
        var all = new Moved();
        foreach (var id in typed.Where(r => r.Pick).Select(r => r.ListingId).Distinct(StringComparer.Ordinal))
        {
            if (act == "publish") all.Add(await sender.Send(new PublishListing(id), HttpContext.RequestAborted));
            else if (act == "pause") all.Add(await sender.Send(new PauseListing(id), HttpContext.RequestAborted));
            else all.Add(await sender.Send(new ArchiveListing(id), HttpContext.RequestAborted));
        }

        if (all.Refused is { Kind: ErrorKind.Forbidden or ErrorKind.Unauthenticated } refused) return this.Refused(refused);
        this.Say(all.Say(words), all.Tone);
        Take(state, q, p);
        return LocalRedirect(Request.Path + Address(Number));
    }

    private async Task<IActionResult> ShowAsync(
        List<GridRowInput> typed, List<(string OfferId, string Field, string Message)> wrong, int saved,
            (string? State, string? Search, int Page) at)
    {
        if (wrong.Count == 0)
        {
            this.Say(words.Count(saved, "{0} row saved.", "{0} rows saved."));
            Take(at.State, at.Search, at.Page);
            return LocalRedirect(Request.Path + Address(Number));
        }

        ModelState.Clear();
        if (await ReadAsync(at.State, at.Search, at.Page) is { } error) return this.Refused(error);
        foreach (var group in wrong.GroupBy(w => w.OfferId, StringComparer.Ordinal))
        {
            var i = Rows.FindIndex(r => r.OfferId == group.Key);
            if (i >= 0 && typed.Find(t => t.OfferId == group.Key) is { } row) Rows[i].TypeAgain(row);
            foreach (var (_, field, message) in group) ModelState.AddModelError(i < 0 ? field : $"Rows[{i}].{field}", message);
        }

        var done = words.Count(saved, "{0} row saved.", "{0} rows saved.");
        Outcome = $"{done} {words["What was refused is marked below and not saved."].Value}";
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private void Take(string? state, string? search, int page)
    {
        State = Enum.TryParse<ListingState>(state, true, out var known) && Enum.IsDefined(known) ? known : null;
        Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim();
        Number = Math.Clamp(page, 1, 1000);
    }

    private async Task<Error?> ReadAsync(string? state, string? search, int page)
    {
        Take(state, search, page);
        var locations = await sender.Send(new ListLocations(), HttpContext.RequestAborted);
        var grid = await sender.Send(new ListVariantGrid(State, Search, Number), HttpContext.RequestAborted);
        if ((locations.Error ?? grid.Error) is { } error) return error;
        (Locations, Grid) = (locations.Required(), grid.Required());
        Currencies = (await settings.GetAsync(HttpContext.RequestAborted)).Currencies;
        IReadOnlyList<string?> places = Locations.Count == 0 ? [null] : [.. Locations.Where(l => !l.IsClosed).Select(l => l.Id)];
        Rows = [.. Grid.Rows.Select(r => GridRowInput.From(r, Currencies, places))];
        var prices = Grid.Rows.SelectMany(r => r.Prices.Select(x =>
            new PriceToPreview(r.CategoryId, x.CurrencyCode, x.SaleMinor ?? x.PriceMinor)));
        Payouts = (await sender.Send(new PreviewPayouts([.. prices.Distinct().Take(1000)]), HttpContext.RequestAborted)).Value;
        return null;
    }

    /// <summary>The command numbers the prices that changed; the form names them by currency.</summary>
    private static IEnumerable<(string Field, string Message)> FieldsOf(Error error, EditVariantRow edit)
    {
        var first = edit.Prices.Count > 0 ? $"Prices[{edit.Prices[0].CurrencyCode}]" : "Stock[0].Now";
        foreach (var (field, messages) in error.Fields ?? new Dictionary<string, string[]> { [""] = [error.Message] })
        {
            var at = field.StartsWith("Prices[", StringComparison.Ordinal) && int.TryParse(field[7..^1], out var p)
                && p < edit.Prices.Count ? p : -1;
            yield return (at >= 0 ? $"Prices[{edit.Prices[at].CurrencyCode}]"
                : field.StartsWith("Stock", StringComparison.Ordinal) ? "Stock[0].Now" : first, messages[0]);
        }
    }
}
