using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Reminders;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Seller.Opening;

/// <summary>The way to an open shop: what is left, the payout account at Stripe, and the review.</summary>
public sealed class OnboardingPage(
    ISender sender, CallerAccessor caller, CurrentPerson person, IFeatures features, IOptions<PlatformOptions> platform,
    IStringLocalizer<Words> words) : PageModel
{
    public Onboarding Onboarding { get; private set; } = null!;

    public IReadOnlyList<ChecklistStep> Steps { get; private set; } = [];

    /// <summary>Null for those who may not see the money.</summary>
    public PayoutAccount? Payouts { get; private set; }

    public bool MayPractise { get; private set; }

    public int Done => Onboarding.Checklist.Count(c => c.IsDone);

    public bool MaySubmit => Onboarding.MaySubmit && May(SellerPermissions.Settings);

    public async Task<IActionResult> OnGetAsync(string seller) =>
        await ReadAsync(seller) is { } error ? this.Refused(error) : Page();

    /// <summary>On to Stripe's own pages, by a link that works once.</summary>
    public async Task<IActionResult> OnPostPayoutAsync(string seller)
    {
        var way = $"{platform.Value.Url}/seller/{seller}/onboarding";
        var link = await sender.Send(
            new StartPayoutOnboarding(way + "/return", way + "/refresh", person.Person?.Email ?? ""), HttpContext.RequestAborted);
        if (link.Ok) return Redirect(link.Value);
        return await ReadAsync(seller) is { } error ? this.Refused(error) : this.Again(link.Error);
    }

    /// <summary>Asks Stripe anew, for those who wait for its answer.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string seller)
    {
        var asked = await sender.Send(new RefreshPayoutAccount(), HttpContext.RequestAborted);
        if (asked.Error is { Kind: ErrorKind.Forbidden } error) return this.Refused(error);
        this.Say(asked.Ok ? words["This is what Stripe says now."] : words.Refusal(asked.Error.Message), asked.Ok ? Tone.Good : Tone.Warn);
        return Redirect($"/seller/{seller}/onboarding#payouts");
    }

    public async Task<IActionResult> OnPostSubmitAsync(string seller, string? note)
    {
        var sent = await sender.Send(new SubmitForReview(note ?? ""), HttpContext.RequestAborted);
        if (!sent.Ok) return await ReadAsync(seller) is { } error ? this.Refused(error) : this.Again(sent.Error);
        this.Say(words["Thank you! We look at your shop now, and you get a mail."]);
        return RedirectToPage(new { seller });
    }

    public Task<IActionResult> OnPostChangedAsync(string seller, string? step) =>
        AfterAsync(seller, new MarkStepChanged(step ?? ""), words["Noted. Send it in again when everything is changed."]);

    public Task<IActionResult> OnPostNoteAsync(string seller, string? text) =>
        AfterAsync(seller, new WriteNoteToPlatform(text ?? ""), words["Sent. The answer stands here, and you get a mail."], "#talk");

    public Task<IActionResult> OnPostAppealAsync(string seller, string? text) => AfterAsync(
        seller, new AppealDecision(text ?? ""), words["A person looks at it again; the answer stands here, and you get a mail."], "#talk");

    public bool MayAppeal => Onboarding.AppealUntilUtc is not null && May(SellerPermissions.Settings);

    public Task<IActionResult> OnPostRemindersAsync(string seller, bool on) => AfterAsync(
        seller, new SwitchReminders(on), on ? words["We remind you by mail again."] : words["No more reminders."]);

    public IReadOnlyList<TimelineStep> Way => WayToOpen.Of(Onboarding.State, Onboarding.IsComplete, words);

    public bool MayWrite => May(SellerPermissions.Settings)
        && Onboarding.State is not (SellerState.Rejected or SellerState.Closed);

    private async Task<IActionResult> AfterAsync(string seller, ICommand<Result> message, string said, string at = "")
    {
        var done = await sender.Send(message, HttpContext.RequestAborted);
        if (!done.Ok) return await ReadAsync(seller) is { } error ? this.Refused(error) : this.Again(done.Error, "");
        this.Say(said);
        return LocalRedirect($"/seller/{seller}/onboarding{at}");
    }

    private bool May(string permission) => caller.Caller.SellerPermissions?.Contains(permission) == true;

    private async Task<Error?> ReadAsync(string seller)
    {
        var found = await sender.Send(new GetOnboarding(), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        Onboarding = found.Value;
        Steps = ChecklistStep.Of(Onboarding, $"/seller/{seller}", words);
        MayPractise = await features.IsOnAsync(Feature.Practice, caller.Caller.TenantId, null, HttpContext.RequestAborted);
        if (May(SellerPermissions.Money)) Payouts = (await sender.Send(new GetPayoutAccount(), HttpContext.RequestAborted)).Value;
        return null;
    }
}

/// <summary>The four steps of a new shop, and where it stands.</summary>
internal static class WayToOpen
{
    public static IReadOnlyList<TimelineStep> Of(SellerState state, bool isComplete, IStringLocalizer<Words> words)
    {
        var reached = state switch
        {
            SellerState.Applying or SellerState.ChangesRequested => isComplete ? 2 : 1,
            SellerState.InReview or SellerState.Rejected => 3,
            SellerState.Approved or SellerState.Suspended or SellerState.Closed => 4,
        };
        (LocalizedString What, LocalizedString Means)[] steps =
        [
            (words["You applied"], words["Your dashboard is yours; nobody else sees the shop."]),
            (words["You fill the checklist"], words["In any order; leave and come back as you like."]),
            (words["You send it in, and we look"], words["One or two working days. If something is missing, we say what."]),
            (words["Your shop opens"], words["Everything you have published is for sale."]),
        ];
        return [.. steps.Select((step, i) => new TimelineStep(step.What, null, step.Means, StateOf(i, reached, state)))];
    }

    private static StepState StateOf(int step, int reached, SellerState state) =>
        step == 2 && state == SellerState.Rejected ? StepState.Bad
        : step < reached && !(step == 2 && state == SellerState.InReview) ? StepState.Done
        : step == reached || (step == 2 && state == SellerState.InReview) ? StepState.Now
        : StepState.Next;
}
