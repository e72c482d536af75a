using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Health;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Health;

/// <summary>All shops by their numbers, the worst first, and the marks that they are held against.</summary>
public sealed class HealthListPage(ISender sender, CallerAccessor caller, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public MarksInput Input { get; set; } = new();

    public HealthSort Sort { get; private set; }

    public bool OnlyMissed { get; private set; }

    public HealthList List { get; private set; } = null!;

    public bool MaySet => caller.Caller.AdminPermissions?.Contains(AdminPermissions.Settings) == true;

    public async Task<IActionResult> OnGetAsync(string? sort, bool missed, int at = 1)
    {
        var shown = await ShowAsync(sort, missed, at);
        if (List is not null) Input = MarksInput.Of(List.Marks);
        return shown;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Read() is not { } marks)
            return await AgainAsync(Error.InvalidField(
                "health.marks", nameof(Input.Late), words["A percentage, like 4 or 2.5, and whole numbers elsewhere."]));
        var done = await sender.Send(new SetHealthMarks(marks), HttpContext.RequestAborted);
        if (!done.Ok) return await AgainAsync(done.Error);
        this.Say(words["Saved. Shops are held against the new marks from tonight."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSeenAsync(string? tenant)
    {
        var done = await sender.Send(new SeeToHealth(tenant ?? ""), HttpContext.RequestAborted);
        if (!done.Ok && done.Error.Kind != ErrorKind.Conflict) return this.Refused(done.Error);
        this.Say(
            done.Ok ? words["Seen to: it comes back when something else is beyond its mark."] : words.Refusal(done.Error.Message),
            done.Ok ? Tone.Good : Tone.Warn);
        return RedirectToPage();
    }

    private async Task<IActionResult> AgainAsync(Error error)
    {
        var shown = await ShowAsync(null, false, 1);
        return shown is PageResult ? this.Again(error) : shown;
    }

    private async Task<IActionResult> ShowAsync(string? sort, bool missed, int at)
    {
        Sort = Enum.TryParse<HealthSort>(sort, true, out var known) && Enum.IsDefined(known) ? known : HealthSort.Missed;
        OnlyMissed = missed;
        var found = await sender.Send(new ListHealth(Sort, OnlyMissed, at), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        List = found.Value;
        return Page();
    }
}

/// <summary>The marks as people type them.</summary>
public sealed class MarksInput
{
    public string? Late { get; set; }

    public string? Cancelled { get; set; }

    public string? Refunded { get; set; }

    public int ReplyHours { get; set; }

    public string? Rating { get; set; }

    public int Fewest { get; set; }

    public long Version { get; set; }

    public static MarksInput Of(HealthMarks marks)
    {
        var culture = CultureInfo.CurrentCulture;
        return new MarksInput
        {
            Late = Percent.Type(marks.LateBps, culture), Cancelled = Percent.Type(marks.CancelledBps, culture),
            Refunded = Percent.Type(marks.RefundedBps, culture), ReplyHours = marks.ReplyHours,
            Rating = Percent.Type(marks.RatingHundredths, culture), Fewest = marks.Fewest, Version = marks.Version,
        };
    }

    /// <summary>Null where something is no number.</summary>
    public HealthMarks? Read()
    {
        var culture = CultureInfo.CurrentCulture;
        return (Percent.Parse(Late, culture), Percent.Parse(Cancelled, culture), Percent.Parse(Refunded, culture),
            Percent.Parse(Rating, culture)) is ({ } late, { } cancelled, { } refunded, { } rating)
            ? new HealthMarks(late, cancelled, refunded, ReplyHours, rating, Fewest, Version)
            : null;
    }
}
