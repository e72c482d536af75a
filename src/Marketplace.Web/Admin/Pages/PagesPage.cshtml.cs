using Marketplace.Growth.Content.Pages;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Pages;

/// <summary>What the platform says on pages of its own, and which of them stand in the footer.</summary>
public sealed class PagesPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public PageInput Input { get; set; } = new();

    public PageList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        Input.Locale ??= List.Locales[0];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (slug, locale) = (Input.Slug?.Trim() ?? "", Input.Locale ?? "");
        var saved = await sender.Send(
            new SavePage(slug, locale, 0, Input.Title ?? "", Input.Description ?? "", Input.Body ?? "", Publish: false),
            HttpContext.RequestAborted);
        if (!saved.Ok) return await ReadAsync() is { } error ? this.Refused(error) : this.Again(saved.Error);
        this.Say(words["The draft is kept. Nobody else sees it yet."]);
        return LocalRedirect($"/admin/pages/{slug}/{locale}");
    }

    /// <param name="move"><c>in</c>, <c>out</c>, <c>up</c> or <c>down</c>.</param>
    public async Task<IActionResult> OnPostFooterAsync(string? slug, string? move)
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        var arranged = await sender.Send(new ArrangeFooter(OrderMoves.After(List.Footer, slug, move)), HttpContext.RequestAborted);
        if (!arranged.Ok) return this.Again(new Error(arranged.Error.Code, arranged.Error.Message, arranged.Error.Kind));
        this.Say(words["The footer is changed; every page follows within seconds."]);
        return RedirectToPage();
    }

    private async Task<Error?> ReadAsync()
    {
        var list = await sender.Send(new ListPages(), HttpContext.RequestAborted);
        if (!list.Ok) return list.Error;
        List = list.Value;
        return null;
    }
}

/// <summary>A page as its form has it.</summary>
public sealed class PageInput
{
    public string? Slug { get; set; }
    public string? Locale { get; set; }
    public int BasedOn { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Body { get; set; }
}
