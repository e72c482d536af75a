using Marketplace.Catalog.Taxonomy;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Categories;

/// <summary>The tree of what is sold.</summary>
public sealed class CategoriesPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public CategoryInput Input { get; set; } = new();

    public IReadOnlyList<CategoryRow> Categories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is { } error ? this.Refused(error) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var made = await sender.Send(
            new CreateCategory(
                string.IsNullOrEmpty(Input.ParentId) ? null : Input.ParentId, Input.Name ?? "", Input.Slug, Input.TaxCode,
                Input.Description ?? ""), HttpContext.RequestAborted);
        if (!made.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(made.Error);
        this.Say(words["The category is there."]);
        return LocalRedirect($"/admin/categories/{made.Value}");
    }

    private async Task<Error?> ReadAsync()
    {
        var rows = await sender.Send(new ListCategories(), HttpContext.RequestAborted);
        if (!rows.Ok) return rows.Error;
        Categories = rows.Value;
        return null;
    }
}

public sealed class CategoryInput
{
    public long Version { get; set; }
    public string? ParentId { get; set; }
    public string? Name { get; set; }
    public string? Slug { get; set; }
    public string? TaxCode { get; set; }
    public string? Description { get; set; }
    public int Sort { get; set; }
    public bool IsHidden { get; set; }
}
