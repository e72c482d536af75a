using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Care.Health;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Sellers;

/// <summary>One seller: what a reviewer must see, how it sells, and the decisions about it.</summary>
public sealed class SellerPage(
    ISender sender, CallerAccessor caller, DisplayClock clock, IStringLocalizer<Words> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public SellerDetails Seller { get; private set; } = null!;

    /// <summary>Null where the caller's role does not see orders or money.</summary>
    public OrdersOfSeller? Orders { get; private set; }

    /// <summary>Null before the shop has opened.</summary>
    public HealthView? Health { get; private set; }

    public IReadOnlyList<SellerBalance>? Balances { get; private set; }

    public PayoutRequirements? Payouts => PayoutRequirements.Read(Seller.PayoutRequirementsJson);

    public bool MayAgree => May(AdminPermissions.Commissions);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        (Input.Commission, Input.HoldDays) = (
            Seller.CommissionBps is { } bps ? Percent.Type(bps, CultureInfo.CurrentCulture) : null, Seller.HoldDays);
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync() => AfterAsync(new ApproveSeller(Id), words["The shop is open. Its owners get a mail."]);

    public Task<IActionResult> OnPostChangesAsync() => AfterAsync(
        new RequestChanges(Id, Reason, Input.Steps), words["The shop is asked to change it; its owners get your words by mail."]);

    public Task<IActionResult> OnPostNoteAsync(string? text) => AfterAsync(
        new WriteNoteToSeller(Id, text ?? ""), words["Sent; the owners get it by mail, too."]);

    public Task<IActionResult> OnPostRejectAsync() => AfterAsync(
        new RejectSeller(Id, Reason), words["Rejected; the owners get your words by mail."]);

    public Task<IActionResult> OnPostSuspendAsync() => AfterAsync(
        new SuspendSeller(Id, Reason), words["Suspended: its goods are out of the shop window. The owners get your words by mail."]);

    public Task<IActionResult> OnPostReopenAsync() => AfterAsync(
        new ReopenSeller(Id, Reason), words["Open again; the owners get your words by mail."]);

    public Task<IActionResult> OnPostGrantAsync() => AfterAsync(
        new AnswerAppeal(Id, Grants: true, Reason), words["Granted; the owners get your words by mail."]);

    public Task<IActionResult> OnPostDenyAsync() => AfterAsync(
        new AnswerAppeal(Id, Grants: false, Reason), words["It stays as it was decided; the owners get your words by mail."]);

    public async Task<IActionResult> OnPostAgreeAsync()
    {
        var bps = Percent.Parse(Input.Commission, CultureInfo.CurrentCulture);
        if (bps is null && !string.IsNullOrWhiteSpace(Input.Commission))
            return await AgainAsync(Error.InvalidField(
                "seller.commission", nameof(Input.Commission), words["A percentage, like 12 or 8.5; empty for the rules."]));
        return await AfterAsync(new AgreeTerms(Id, bps, Input.HoldDays), words["It holds for orders from now on."]);
    }

    public string When(DateTime utc)
    {
        var (local, culture) = (clock.Local(utc), CultureInfo.CurrentCulture);
        return $"{DateText.Day(local, clock.Today, culture)}, {DateText.Time(local, culture)}";
    }

    private string Reason => (Input.Reason ?? "").Trim();

    private async Task<IActionResult> AfterAsync(ICommand<Result> decision, string said)
    {
        var done = await sender.Send(decision, HttpContext.RequestAborted);
        if (!done.Ok) return await AgainAsync(done.Error);
        this.Say(said);
        return RedirectToPage();
    }

    /// <summary>The reason's field stands in a closed dialog: its message is shown above, what was typed is kept.</summary>
    private async Task<IActionResult> AgainAsync(Error wrong)
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        if (wrong.Fields?.ContainsKey(nameof(AgreeTerms.CommissionBps)) == true)
            wrong = Error.InvalidField(wrong.Code, nameof(Input.Commission), wrong.Message);
        if (wrong.Fields?.ContainsKey(nameof(Input.Reason)) == true) ModelState.AddModelError("", wrong.Message);
        return this.Again(wrong);
    }

    private async Task<Error?> ReadAsync()
    {
        var seller = await sender.Send(new GetSeller(Id), HttpContext.RequestAborted);
        if (!seller.Ok) return seller.Error;
        Seller = seller.Value;
        Health = (await sender.Send(new GetHealthOfSeller(Id), HttpContext.RequestAborted)).Value;
        if (May(AdminPermissions.Orders))
            Orders = (await sender.Send(new GetOrdersOfSeller(Id), HttpContext.RequestAborted)).Value;
        if (May(AdminPermissions.Money))
            Balances = (await sender.Send(new GetBalancesOfSeller(Id), HttpContext.RequestAborted)).Value;
        return null;
    }

    private bool May(string permission) => caller.Caller.AdminPermissions?.Contains(permission) == true;
}

public sealed class DecisionInput
{
    public string? Reason { get; set; }

    /// <summary>The points of the checklist that a request for changes opens again.</summary>
    public IReadOnlyList<string> Steps { get; set; } = [];
    public string? Commission { get; set; }
    public int? HoldDays { get; set; }
}
