using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Media;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
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
public sealed class EditPage(ISender sender, ISettings settings, IStringLocalizer<Words> words) : PageModel
{
    private const string New = "new";

    [BindProperty]
    public EditorInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public MyListing? Listing { get; private set; }

    public CategoryTree Tree { get; private set; } = CategoryTree.Empty;

    public IReadOnlyList<string> Currencies { get; private set; } = [];

    public IReadOnlyList<LocationRow> Locations { get; private set; } = [];

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
        Input.Shape(Places());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string seller, string id, string? act)
    {
        if (await ReadAsync(id) is { } error) return this.Refused(error);
        var uploaded = await UploadAsync();
        if (act is not ("save" or "publish") || uploaded is not null)
        {
            Change(act ?? "");
            Input.Shape(Places());
            ModelState.Clear();
            if (uploaded is not null) ModelState.AddModelError("Files", uploaded);
            return Page();
        }

        var (draft, unread) = Input.Read(CultureInfo.CurrentCulture);
        if (unread.Count > 0) return Unread(unread);
        var saved = await sender.Send(
            new SaveListing(id == New ? null : id, Input.Version, draft, act == "publish"), HttpContext.RequestAborted);
        if (!saved.Ok) return Again(saved.Error, draft);
        this.Say(act == "publish" ? words["Published. Buyers see it now."] : words["Saved."]);
        return LocalRedirect($"/seller/{seller}/listings/{saved.Value.ListingId}");
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

    private PageResult Unread(List<(string Field, string Message)> unread)
    {
        foreach (var (field, message) in unread) ModelState.AddModelError(field, words[message]);
        Input.Shape(Places());
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private IActionResult Again(Error error, ListingDraft draft)
    {
        Input.Shape(Places());
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
        if (name.Split(".Prices") is not [var variant, var rest]) return name;
        var price = int.TryParse(rest.Trim('[', ']'), out var at) ? at : -1;
        var prices = int.TryParse(variant[15..^1], out var v) && v < draft.Variants.Count ? draft.Variants[v].Prices : [];
        return $"{variant}.Prices[{(price >= 0 && price < prices.Count ? prices[price].CurrencyCode : Currencies[0])}]";
    }

    /// <summary>How the listing looks among others; null while there is nothing to show.</summary>
    public ProductTile? Preview()
    {
        var price = Input.Variants.SelectMany(v => v.Prices).Where(p => Currency.Find(p.Key) is not null)
            .Select(p => Amount.Parse(p.Value, p.Key, CultureInfo.CurrentCulture)).FirstOrDefault(p => p is not null);
        return price is null ? null : new ProductTile(
            Input.Title ?? words["Title"], "#preview", Storefront.Tiles.Picture(Input.Pictures.FirstOrDefault()?.Ref, ""),
            price.Value.Minor, price.Value.CurrencyCode);
    }
}
