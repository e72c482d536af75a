using Marketplace.Catalog.Listings.Review;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Moderation;

/// <summary>The listings that wait to be looked at, and the rules that make them wait.</summary>
public sealed class SubmissionsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public RulesInput Input { get; set; } = new();

    public SubmissionQueue Queue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? after) => await ShowAsync(after, keepInput: false);

    public async Task<IActionResult> OnPostAsync()
    {
        var done = await sender.Send(
            new SetListingRules(Input.Mode, Input.FirstListings, Input.Words(), Input.Version), HttpContext.RequestAborted);
        if (done.Ok)
        {
            this.Say(words["Saved. What is on sale or waits already stays where it is."]);
            return RedirectToPage();
        }

        var shown = await ShowAsync(null, keepInput: true);
        return shown is PageResult ? this.Again(done.Error) : shown;
    }

    private async Task<IActionResult> ShowAsync(string? after, bool keepInput)
    {
        var found = await sender.Send(new ListSubmissions(after), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Queue = found.Value;
        if (!keepInput) Input = RulesInput.Of(Queue.Rules);
        return Page();
    }
}

/// <summary>The rules as their form has them: a watched word or phrase a line.</summary>
public sealed class RulesInput
{
    public ReviewMode Mode { get; set; }

    public int FirstListings { get; set; }

    public string? WatchedWords { get; set; }

    public long Version { get; set; }

    public static RulesInput Of(PublicationRules rules) => new()
    {
        Mode = rules.Mode, FirstListings = rules.FirstListings, WatchedWords = string.Join('\n', rules.WatchedWords),
        Version = rules.Version,
    };

    public IReadOnlyList<string> Words() => (WatchedWords ?? "").Split(
        ['\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
