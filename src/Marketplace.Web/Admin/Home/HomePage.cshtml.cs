using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Operations;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Care;
using Marketplace.Care.Health;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Growth.Search;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Home;

/// <summary>What waits for the staff and since when, and how the marketplace sells; only what the person's role opens.</summary>
public sealed class HomePage(
    ISender sender, CallerAccessor caller, CurrentPerson current, DisplayClock clock, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>As long again before the last 30 days, to compare with.</summary>
    private const int Days = 60;

    private readonly List<Queue> _queues = [];

    public IEnumerable<Queue> Waiting => _queues.Where(q => q.Count > 0)
        .OrderBy(q => q.Tone == Tone.Bad ? 0 : q.Tone == Tone.Warn ? 1 : 2).ThenBy(q => q.SinceUtc);

    public IEnumerable<Queue> Clear => _queues.Where(q => q.Count == 0);

    public SalesFigures? Sales { get; private set; }

    public SearchStatus? Search { get; private set; }

    public ReviewQueue? Shops { get; private set; }

    public OperationsQueue? Operations { get; private set; }

    public bool SeesCommissions => May(AdminPermissions.Commissions);

    public string Name => current.Person?.Name.Split(' ')[0] ?? "";

    public async Task<IActionResult> OnGetAsync(string? currency)
    {
        if (caller.Caller.PersonId is null) return this.Refused(AccessErrors.SignIn);
        if (!May(AdminPermissions.Staff)) return this.Refused(AccessErrors.NoSuchPlace);
        var error = await SellersAsync() ?? await ReportsAsync() ?? await OrdersAsync(currency) ?? await MoneyAsync()
            ?? await MachineAsync();
        return error is null ? Page() : this.Refused(error);
    }

    private async Task<Error?> SellersAsync()
    {
        if (!May(AdminPermissions.Sellers)) return null;
        var found = await sender.Send(new GetReviewQueue(), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        Shops = found.Value;
        Add(words["Sellers to review"], "/admin/sellers?state=InReview", Shops.Waiting, Shops.SinceUtc, Tone.Warn);
        var health = await sender.Send(new CountMissedHealth(), HttpContext.RequestAborted);
        if (!health.Ok) return health.Error;
        Add(words["Shops beyond a mark"], "/admin/seller-health?missed=true", health.Value.Count, health.Value.SinceUtc, Tone.Warn);
        Add(words["Appeals of sellers"], "/admin/sellers?appeals=true", Shops.Appeals, Shops.AppealsSinceUtc, Tone.Bad);
        return null;
    }

    private async Task<Error?> ReportsAsync()
    {
        if (!May(AdminPermissions.Moderation)) return null;
        var found = await sender.Send(new CountReports(), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        var (reviews, reviewsSince, threads, threadsSince) = found.Value;
        var listings = await sender.Send(new CountSubmissions(), HttpContext.RequestAborted);
        if (!listings.Ok) return listings.Error;
        Add(words["Listings to look at"], "/admin/moderation/listings", listings.Value.Count, listings.Value.SinceUtc, Tone.Warn);
        Add(words["Conversations reported"], "/admin/moderation#s-threads", threads, threadsSince, Tone.Warn);
        Add(words["Reviews reported"], "/admin/moderation#s-reviews", reviews, reviewsSince, Tone.Warn);
        return null;
    }

    private async Task<Error?> OrdersAsync(string? currency)
    {
        if (!May(AdminPermissions.Orders)) return null;
        var found = await sender.Send(new GetSalesOverview(Days), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        Add(words["Orders late"], "/admin/orders?late=true", found.Value.Late, found.Value.LateSinceUtc, Tone.Bad);
        Add(words["Orders in review"], "/admin/orders?state=Review", found.Value.InReview, found.Value.InReviewSinceUtc, Tone.Bad);
        Sales = SalesFigures.Of(found.Value.Days, DateOnly.FromDateTime(clock.UtcNow), currency);
        return null;
    }

    private async Task<Error?> MoneyAsync()
    {
        if (!May(AdminPermissions.Money)) return null;
        var found = await sender.Send(new GetMoneyQueues(), HttpContext.RequestAborted);
        if (!found.Ok) return found.Error;
        var (calls, events, transfers, payouts, alerts) = found.Value;
        Add(
            words["Payouts that came back"], "/admin/ledger/reconciliation?payouts=true#alerts", payouts.Count, payouts.SinceUtc, Tone.Bad);
        Add(words["Money to look at"], "/admin/ledger/reconciliation#alerts", alerts.Count, alerts.SinceUtc, Tone.Bad);
        Add(words["Transfers that wait"], "/admin/transfers", transfers.Count, transfers.SinceUtc, Tone.Warn);
        Add(words["Calls to Stripe that fail"], "/admin/webhooks?show=calls", calls.Count, calls.SinceUtc, Tone.Bad);
        Add(words["Webhooks stuck"], "/admin/webhooks?state=Dead", events.Count, events.SinceUtc, Tone.Bad);
        return null;
    }

    private async Task<Error?> MachineAsync()
    {
        if (May(AdminPermissions.Jobs))
        {
            var found = await sender.Send(new GetOperationsQueue(), HttpContext.RequestAborted);
            if (!found.Ok) return found.Error;
            Operations = found.Value;
            Add(words["Jobs that failed"], "/admin/jobs", Operations.FailedJobs, Operations.FailedSinceUtc, Tone.Bad);
            Add(words["Events given up"], "/admin/jobs#events", Operations.Dead, Operations.DeadSinceUtc, Tone.Bad);
        }

        if (May(AdminPermissions.Mail))
        {
            var found = await sender.Send(new GetMailQueue(), HttpContext.RequestAborted);
            if (!found.Ok) return found.Error;
            Add(words["Mails given up"], "/admin/mail?state=Dead", found.Value.Dead, found.Value.DeadSinceUtc, Tone.Bad);
        }

        if (May(AdminPermissions.Search))
        {
            var found = await sender.Send(new GetSearchStatus(), HttpContext.RequestAborted);
            if (!found.Ok) return found.Error;
            Search = found.Value;
            Add(
                words["Changes not yet in search"], "/admin/search-index", Search.Waiting, Search.WaitingSinceUtc, Tone.Info);
        }

        return null;
    }

    private bool May(string permission) => caller.Caller.AdminPermissions?.Contains(permission) == true;

    private void Add(string title, string href, int count, DateTime? since, Tone tone) =>
        _queues.Add(new Queue(title, href, count, since, tone));
}

/// <param name="Tone">How bad it is that something is in it.</param>
public sealed record Queue(string Title, string Href, int Count, DateTime? SinceUtc, Tone Tone);
