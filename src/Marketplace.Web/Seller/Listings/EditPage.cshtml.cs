using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Media;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Money.Settlement;
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
/// One listing in one form. Every button posts the whole of it, so that nothing typed is lost: saving, publishing,
/// and also what only changes the form (its category's fields, the table of variants, the order of pictures).
/// </summary>
[RequestFormLimits(ValueCountLimit = 8192), RequestSizeLimit(100 * 1024 * 1024)]
public sealed class EditPage(ISender sender, ISettings settings, IStringLocalizer<Words> words, DisplayClock clock) : PageModel
{
    private const string New = "new";

    [BindProperty]
    public EditorInput Input { get; set; } = new();

    /// <summary>When it shall be published by itself, in the site's own time.</summary>
    [BindProperty]
    public string? PublishAt { get; set; }

    public string Zone => clock.Zone.Id;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public MyListing? Listing { get; private set; }

    public CategoryTree Tree { get; private set; } = CategoryTree.Empty;

    public IReadOnlyList<string> Currencies { get; private set; } = [];

    public IReadOnlyList<LocationRow> Locations { get; private set; } = [];

    /// <summary>What each price that can be read would bring; null when nobody can say.</summary>
    public PayoutPreviews? Payouts { get; private set; }

    /// <summary>How it stands among other sellers of the same number; null where there is none.</summary>
    public BuyBoxStanding? Standing { get; private set; }

    public IReadOnlyList<CategoryAttribute> Attributes => Tree.AttributesOf(Input.CategoryId);

    public IEnumerable<Choice> Categories => Tree.All.Where(c => !Tree.ChildrenOf(c.Id).Any())
        .Select(c => (Node: c, Path: Tree.PathTo(c.Id)))
        .OrderBy(c => string.Join('/', c.Path.Select(p => $"{p.Sort:D6}{p.Name}")), StringComparer.Ordinal)
        .Select(c => new Choice(
            c.Node.Id, string.Join(" › ", c.Path.Skip(1).DefaultIfEmpty(c.Node).Select(p => p.Name)), Group: c.Path[0].Name));

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await ReadAsync(id) is { } error) return this.Refused(error);
        if (Listing is not null) Input = EditorInput.From(Listing);
        PublishAt = DisplayClock.Typed(Listing?.PublishAtUtc is { } at ? clock.Local(at) : clock.Today.AddDays(1).AddHours(9));
        return await ShowAsync(isSaved: Listing is not null);
    }

    public async Task<IActionResult> OnPostAsync(string seller, string id, string? act)
    {
        if (await ReadAsync(id) is { } error) return this.Refused(error);
        var uploaded = await UploadAsync();
        if (act == "copy") return await CopyAsync(seller, id);
        if (act == "unplan") return await UnplanAsync(seller, id);
        if (act is not ("save" or "publish" or "plan") || uploaded is not null)
        {
            Change(act ?? "");
            if (act == "column") Input.FillColumns();
            ModelState.Clear();
            if (uploaded is not null) ModelState.AddModelError("Files", uploaded);
            return await ShowAsync();
        }

        var (draft, unread) = Input.Read(CultureInfo.CurrentCulture);
        if (unread.Count > 0) return await UnreadAsync(unread);
        var saved = await sender.Send(
            new SaveListing(id == New ? null : id, Input.Version, draft, act == "publish"), HttpContext.RequestAborted);
        if (!saved.Ok) return await AgainAsync(saved.Error, draft);
        if (act == "plan") await PlanAsync(saved.Value.ListingId);
        else if (saved.Value.IsHeld) this.Say(words["Sent. The marketplace looks at it before buyers see it; you get a mail."]);
        else this.Say(act == "publish" ? words["Published. Buyers see it now."] : words["Saved."]);
        return LocalRedirect($"/seller/{seller}/listings/{saved.Value.ListingId}");
    }

    private async Task<IActionResult> CopyAsync(string seller, string id)
    {
        var made = await sender.Send(new DuplicateListing(id), HttpContext.RequestAborted);
        if (!made.Ok) return this.Refused(made.Error);
        this.Say(words["This is the copy: a draft with SKUs of its own and nothing in stock."]);
        return LocalRedirect($"/seller/{seller}/listings/{made.Value.ListingId}");
    }

    private async Task<IActionResult> UnplanAsync(string seller, string id)
    {
        var done = await sender.Send(new SchedulePublication(id, null), HttpContext.RequestAborted);
        if (!done.Ok) return this.Refused(done.Error);
        this.Say(words["It will not be published by itself."]);
        return LocalRedirect($"/seller/{seller}/listings/{id}");
    }

    /// <summary>It is saved whatever comes of the plan.</summary>
    private async Task PlanAsync(string listingId)
    {
        var at = clock.Instant(PublishAt);
        var error = at is null ? null : (await sender.Send(new SchedulePublication(listingId, at), HttpContext.RequestAborted)).Error;
        if (at is not null && error is null)
        {
            this.Say(words["Saved. It will be published at the moment you chose."]);
            return;
        }

        var reason = error is null ? words["Write a day and a time."].Value
            : string.Join(" ", (error.Fields?.Values.SelectMany(v => v) ?? [error.Message]).Select(m => words.Refusal(m)));
        this.Say($"{words["Saved, but not planned."].Value} {reason}", Tone.Warn);
    }

    private async Task<Error?> ReadAsync(string id)
    {
        var tree = await sender.Send(new GetCategoryTree(), HttpContext.RequestAborted);
        var locations = await sender.Send(new ListLocations(), HttpContext.RequestAborted);
        if (!locations.Ok) return locations.Error;
        (Tree, Locations) = (tree.Required(), locations.Value);
        Currencies = (await settings.GetAsync(HttpContext.RequestAborted)).Currencies;
        if (id == New) return null;
        var listing = await sender.Send(new GetMyListing(id), HttpContext.RequestAborted);
        Listing = listing.Value;
        if (Listing?.Url is not null && Listing.Draft.Variants.Any(v => v.Gtin is not null))
            Standing = (await sender.Send(new GetBuyBoxStanding(id), HttpContext.RequestAborted)).Value;
        return listing.Error;
    }

    private IReadOnlyList<string?> Places() => Locations.Count == 0 ? [null] : [.. Locations.Select(l => l.Id)];

    /// <summary>What went wrong with the first file that was refused; the others are kept.</summary>
    private async Task<string?> UploadAsync()
    {
        string? refused = null;
        foreach (var file in Files.Take(12))
        {
            using var buffer = new MemoryStream();
            await file.CopyToAsync(buffer, HttpContext.RequestAborted);
            var kept = await sender.Send(new UploadPicture(buffer.ToArray(), file.FileName), HttpContext.RequestAborted);
            if (!kept.Ok) refused ??= $"{file.FileName}: {words.Refusal(kept.Error.Message)}";
            else if (Input.Pictures.All(p => p.Ref != kept.Value.Ref))
                Input.Pictures.Add(new PictureInput { Ref = kept.Value.Ref, Alt = Input.Title });
        }

        return refused;
    }

    private void Change(string act)
    {
        if (act.Split(':') is not [var what, var number] || !int.TryParse(number, out var i)) return;
        if (i < 0 || i >= Input.Pictures.Count) return;
        var picture = Input.Pictures[i];
        var to = what switch { "up" => i - 1, "down" => i + 1, _ => -1 };
        if (what != "drop" && (to < 0 || to >= Input.Pictures.Count)) return;
        Input.Pictures.RemoveAt(i);
        if (what != "drop") Input.Pictures.Insert(to, picture);
    }

    private async Task<PageResult> ShowAsync(bool isSaved = false)
    {
        Input.Shape(Places(), isSaved);
        var prices = Input.Variants.SelectMany(v => v.Prices).Select(p => Read(p.Value, p.Key)).OfType<Amount>().Distinct()
            .Select(p => new PriceToPreview(Input.CategoryId, p.CurrencyCode, p.Minor)).ToList();
        Payouts = (await sender.Send(new PreviewPayouts(prices), HttpContext.RequestAborted)).Value;
        return Page();
    }

    /// <summary>What a typed price would bring; null for what is no price.</summary>
    public PayoutPreview? PayoutOf(string? text, string currency) => Read(text, currency) is not { } price
        ? null : Payouts?.Payouts.FirstOrDefault(p => p.Price.CurrencyCode == currency && p.Price.PriceMinor == price.Minor);

    private static Amount? Read(string? text, string currency) =>
        Currency.Find(currency) is null ? null : Amount.Parse(text, currency, CultureInfo.CurrentCulture);

    private Task<PageResult> UnreadAsync(List<(string Field, string Message)> unread)
    {
        foreach (var (field, message) in unread) ModelState.AddModelError(field, words[message]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return ShowAsync();
    }

    private async Task<IActionResult> AgainAsync(Error error, ListingDraft draft)
    {
        await ShowAsync();
        if (error.Fields is null) return Outcomes.Again(this, error);
        var fields = error.Fields.ToDictionary(f => FieldOf(f.Key, draft), f => f.Value, StringComparer.Ordinal);
        return Outcomes.Again(this, error with { Fields = fields }, "");
    }

    /// <summary>The command numbers a variant's prices; the form names them by their currency.</summary>
    private string FieldOf(string field, ListingDraft draft)
    {
        var name = field.Replace("Draft", "Input", StringComparison.Ordinal)
            .Replace(".WeightGrams", ".Weight", StringComparison.Ordinal);
        if (!name.StartsWith("Input.Variants[", StringComparison.Ordinal)) return name;
        // It numbers the variants that are sold; the form has a row for each combination.
        var (close, rows) = (name.IndexOf(']'), Input.SoldRows());
        return int.TryParse(name[15..close], out var sold) && sold < rows.Count ? AtRow(name[close..], rows[sold], draft, sold) : name;
    }

    private string AtRow(string rest, int row, ListingDraft draft, int sold)
    {
        var name = $"Input.Variants[{row}{rest}";
        if (name.Split(".Prices") is not [var variant, var number]) return name;
        var price = int.TryParse(number.Trim('[', ']'), out var at) ? at : -1;
        var prices = sold < draft.Variants.Count ? draft.Variants[sold].Prices : [];
        return $"{variant}.Prices[{(price >= 0 && price < prices.Count ? prices[price].CurrencyCode : Currencies[0])}]";
    }

    /// <summary>How the listing looks among others; null while there is nothing to show.</summary>
    public ProductTile? Preview()
    {
        var price = Input.Variants.SelectMany(v => v.Prices).Select(p => Read(p.Value, p.Key)).FirstOrDefault(p => p is not null);
        return price is null ? null : new ProductTile(
            Input.Title ?? words["Title"], "#preview", Storefront.Tiles.Picture(Input.Pictures.FirstOrDefault()?.Ref, ""),
            price.Value.Minor, price.Value.CurrencyCode);
    }
}
