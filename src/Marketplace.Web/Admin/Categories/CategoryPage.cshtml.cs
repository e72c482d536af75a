using Marketplace.Catalog.Taxonomy;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Categories;

/// <summary>One category: its words, its place, its attributes.</summary>
public sealed class CategoryPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public CategoryInput Input { get; set; } = new();

    public CategoryForEditing Category { get; private set; } = null!;

    public IReadOnlyList<CategoryRow> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await ReadAsync(id) is { } error) return this.Refused(error);
        var row = Category.Category;
        Input = new CategoryInput
        {
            Version = row.Version, Name = row.Name, Slug = row.Slug, TaxCode = row.OwnTaxCode, Description = row.Description,
            Sort = row.Sort, IsHidden = row.IsHidden,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id)
    {
        var edited = await sender.Send(
            new EditCategory(
                id, Input.Version, Input.Name ?? "", Input.Slug ?? "", Input.TaxCode, Input.Description ?? "", Input.Sort,
                Input.IsHidden), HttpContext.RequestAborted);
        if (!edited.Ok) return await ReadAsync(id) is { } error ? this.Refused(error) : this.Again(edited.Error);
        this.Say(words["Saved."]);
        return LocalRedirect($"/admin/categories/{id}");
    }

    public async Task<IActionResult> OnPostMoveAsync([FromRoute] string id, string? parentId) => After(
        await sender.Send(new MoveCategory(id, Given(parentId)), HttpContext.RequestAborted),
        words["The category and all below it are moved."], id);

    public async Task<IActionResult> OnPostMergeAsync([FromRoute] string id, string? intoId, bool acceptsLoss) => After(
        await sender.Send(new MergeCategory(id, intoId ?? "", acceptsLoss), HttpContext.RequestAborted),
        words["The listings are moved and the empty category is gone."], intoId ?? "", id);

    public async Task<IActionResult> OnPostAttributeAsync([FromRoute] string id, AttributeInput attribute)
    {
        var form = attribute.ToForm();
        if (!string.IsNullOrEmpty(attribute.Id))
            return After(
                await sender.Send(new EditAttribute(attribute.Id, attribute.Version, form), HttpContext.RequestAborted),
                words["Saved."], id);
        var added = await sender.Send(
            new AddAttribute(id, attribute.Code ?? "", attribute.Kind, form), HttpContext.RequestAborted);
        return After(added.Bare, words["The attribute is there."], id);
    }

    public async Task<IActionResult> OnPostDropAttributeAsync([FromRoute] string id, string? attributeId) => After(
        await sender.Send(new RemoveAttribute(attributeId ?? ""), HttpContext.RequestAborted),
        words["The attribute is gone; the values stay on the listings, unseen."], id);

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private async Task<Error?> ReadAsync(string id)
    {
        var category = await sender.Send(new GetCategoryForEditing(id), HttpContext.RequestAborted);
        if (!category.Ok) return category.Error;
        var all = await sender.Send(new ListCategories(), HttpContext.RequestAborted);
        if (!all.Ok) return all.Error;
        (Category, All) = (category.Value, all.Value);
        return null;
    }

    private IActionResult After(Result result, string said, string id, string? idWhenRefused = null)
    {
        if (!result.Ok && result.Error.Kind is not (ErrorKind.Invalid or ErrorKind.Conflict)) return this.Refused(result.Error);
        this.Say(result.Ok ? said : words.Refusal(result.Error!.Message), result.Ok ? Tone.Good : Tone.Bad);
        return LocalRedirect($"/admin/categories/{Uri.EscapeDataString(result.Ok ? id : idWhenRefused ?? id)}");
    }
}

public sealed class AttributeInput
{
    public string? Id { get; set; }
    public long Version { get; set; }
    public string? Code { get; set; }
    public AttributeKind Kind { get; set; }
    public string? Name { get; set; }
    public string? Unit { get; set; }
    public bool IsRequired { get; set; }
    public bool IsFilter { get; set; }
    public bool IsVariantOption { get; set; }
    public int Sort { get; set; }

    /// <summary>One a line: the value, or "value = label".</summary>
    public string? Choices { get; set; }

    public static string Lines(IEnumerable<AttributeChoice> choices) =>
        string.Join('\n', choices.Select(c => c.Value == c.Label ? c.Value : $"{c.Value} = {c.Label}"));

    public AttributeForm ToForm() => new(
        Name ?? "", string.IsNullOrWhiteSpace(Unit) ? null : Unit.Trim(), IsRequired, IsFilter, IsVariantOption, Sort,
        [.. (Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new AttributeChoice(parts[0], parts.Length > 1 ? parts[1] : parts[0]))]);
}
