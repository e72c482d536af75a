using System.Globalization;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Growth.Content.Contracts;
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

/// <summary>One page in one language: its text, what visitors read of it, and who wrote what when.</summary>
public sealed class EditPage(ISender sender, ISettings settings, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public PageInput Input { get; set; } = new();

    /// <summary>Null while this language is not written yet.</summary>
    public PageDraft? Draft { get; private set; }

    public string Slug { get; private set; } = "";

    public string Locale { get; private set; } = "";

    public string Language => CultureInfo.GetCultureInfo(Locale).NativeName;

    public string Preview { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, string locale)
    {
        if (await ReadAsync(slug, locale) is { } error) return this.Refused(error);
        Input = Draft is null
            ? new PageInput()
            : new PageInput { BasedOn = Draft.Number, Title = Draft.Title, Description = Draft.Description, Body = Draft.Body };
        return Page();
    }

    /// <param name="act"><c>publish</c>: visitors read it at once.</param>
    public async Task<IActionResult> OnPostAsync(string slug, string locale, string? act)
    {
        var saved = await sender.Send(
            new SavePage(
                slug, locale, Input.BasedOn, Input.Title ?? "", Input.Description ?? "", Input.Body ?? "", act == "publish"),
            HttpContext.RequestAborted);
        if (!saved.Ok) return await ReadAsync(slug, locale) is { } error ? this.Refused(error) : this.Again(saved.Error);
        this.Say(act == "publish"
            ? words["Published. Visitors read it within seconds."]
            : words["The draft is kept. Nobody else sees it yet."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPublishAsync(string slug, string locale, int number) => After(
        await sender.Send(new PublishPage(slug, locale, number), HttpContext.RequestAborted),
        words["Published. Visitors read it within seconds."]);

    public async Task<IActionResult> OnPostUnpublishAsync(string slug, string locale) => After(
        await sender.Send(new UnpublishPage(slug, locale), HttpContext.RequestAborted),
        words["Visitors do not see it any more; every revision is kept."]);

    public async Task<IActionResult> OnPostRestoreAsync(string slug, string locale, int number, int basedOn)
    {
        var restored = await sender.Send(new RestorePage(slug, locale, number, basedOn), HttpContext.RequestAborted);
        return After(
            restored.Bare,
            words["Revision {0} is the newest again, as a draft.", number]);
    }

    private IActionResult After(Result done, string said)
    {
        if (done.Error is { Kind: ErrorKind.Conflict } late) this.Say(words.Refusal(late.Message), Shared.Components.Tone.Warn);
        else if (!done.Ok) return this.Refused(done.Error);
        else this.Say(said);
        return RedirectToPage();
    }

    private async Task<Error?> ReadAsync(string slug, string locale)
    {
        (Slug, Locale) = (slug, locale);
        var draft = await sender.Send(new GetPageDraft(slug, locale), HttpContext.RequestAborted);
        if (draft.Ok)
        {
            (Draft, Preview) = (draft.Value, PageMarkdown.ToHtml(draft.Value.Body, underTitle: true));
            return null;
        }

        if (draft.Error.Kind != ErrorKind.NotFound || !(await settings.GetAsync(HttpContext.RequestAborted)).Locales.Contains(locale))
            return draft.Error;
        // A language of a page that is written in another one.
        var list = await sender.Send(new ListPages(), HttpContext.RequestAborted);
        return list.Ok && list.Value.Pages.Any(p => p.Slug == slug) ? null : draft.Error;
    }
}
