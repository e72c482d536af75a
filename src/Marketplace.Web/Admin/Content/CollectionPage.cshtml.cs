using System.Globalization;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Home;
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

namespace Marketplace.Web.Admin.Content;

/// <summary>One collection: picked by hand, or by category, shop and price.</summary>
public sealed class CollectionPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public CollectionInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Categories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? slug)
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        if (string.IsNullOrEmpty(slug)) return Page();
        var draft = await sender.Send(new GetCollectionDraft(slug), HttpContext.RequestAborted);
        if (!draft.Ok) return this.Refused(draft.Error);
        Input = CollectionInput.Of(draft.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        var (caps, wrong) = Input.ToCaps();
        if (wrong is not null) return this.Again(NoPrice(wrong));
        var picked = await sender.Send(new PickListings(Input.ToAddresses()), HttpContext.RequestAborted);
        if (!picked.Ok) return this.Again(picked.Error);
        var saved = await sender.Send(
            new SaveCollection(
                Input.Slug?.Trim() ?? "", Input.Title?.Trim() ?? "", Input.Lead?.Trim() ?? "", Input.Position, picked.Value, caps,
                Input.CategoryId ?? "", Input.Shop?.Trim() ?? ""), HttpContext.RequestAborted);
        if (!saved.Ok) return this.Again(CollectionInput.Beside(saved.Error));
        this.Say(words["Saved. Visitors see it within seconds."]);
        return LocalRedirect("/admin/home");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var removed = await sender.Send(new RemoveCollection(Input.Slug ?? ""), HttpContext.RequestAborted);
        if (removed.Error is { Kind: ErrorKind.Conflict } used) this.Say(words.Refusal(used.Message), Tone.Warn);
        else if (!removed.Ok) return this.Refused(removed.Error);
        else this.Say(words["The collection is gone; what was in it stays on sale."]);
        return LocalRedirect("/admin/home");
    }

    private async Task<Error?> ReadAsync()
    {
        // Asked first, since it says whether the caller may be here; the tree is everybody's.
        var content = await sender.Send(new GetHomeContent(), HttpContext.RequestAborted);
        if (!content.Ok) return content.Error;
        var tree = await sender.Send(new GetCategoryTree(), HttpContext.RequestAborted);
        if (!tree.Ok) return tree.Error;
        Categories = [.. tree.Value.Roots.SelectMany(root => Below(tree.Value, root))];
        return null;
    }

    private static IEnumerable<Choice> Below(CategoryTree tree, CategoryNode node) =>
    [
        new Choice(node.Id, new string('\u2003', node.Depth - 1) + node.NameIn(CultureInfo.CurrentUICulture.Name)),
        .. tree.ChildrenOf(node.Id).SelectMany(child => Below(tree, child)),
    ];

    private static Error NoPrice(string typed) => Error.InvalidField(
        "collection.no-price", "Caps", $"“{typed}” is no price. Write a currency and an amount, like EUR 25.");
}

/// <summary>A collection as its form has it: addresses a line each, price caps as <c>EUR 25</c>.</summary>
public sealed class CollectionInput
{
    public bool IsKnown { get; set; }
    public string? Slug { get; set; }
    public string? Title { get; set; }
    public string? Lead { get; set; }
    public int Position { get; set; }
    public string? Listings { get; set; }
    public string? CategoryId { get; set; }
    public string? Shop { get; set; }
    public string? Caps { get; set; }

    public static CollectionInput Of(CollectionDraft draft) => new()
    {
        IsKnown = true, Slug = draft.Slug, Title = draft.Title, Lead = draft.Lead, Position = draft.Position,
        Listings = string.Join('\n', draft.Listings), CategoryId = draft.CategoryId, Shop = draft.Shop,
        Caps = string.Join('\n', draft.PriceCaps.Select(c =>
            $"{c.Key} {new Amount(c.Value, c.Key).ToMajor().ToString(CultureInfo.InvariantCulture)}")),
    };

    /// <summary>Whole addresses are fine: only their last part counts.</summary>
    public IReadOnlyList<string> ToAddresses() => TypedList.Of(Listings);

    /// <summary>Amounts by currency, or the first line that is none.</summary>
    public (IReadOnlyDictionary<string, long> Caps, string? Wrong) ToCaps()
    {
        var caps = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in (Caps ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var code = line.Split(' ')[0].ToUpperInvariant();
            var typed = line[code.Length..].Trim();
            if (Currency.Find(code) is null || Amount.Parse(typed, code, CultureInfo.InvariantCulture) is not { } amount)
                return (caps, line);
            caps[code] = amount.Minor;
        }

        return (caps, null);
    }

    public static Error Beside(Error wrong) => wrong with
    {
        Fields = wrong.Fields?.GroupBy(f => f.Key.Split('[')[0] switch
        {
            "ListingIds" => nameof(Listings),
            "PriceCaps" => nameof(Caps),
            "Category" => nameof(CategoryId),
            var key => key,
        }).ToDictionary(g => g.Key, g => g.SelectMany(f => f.Value).ToArray()),
    };
}
