using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers;
using Marketplace.Care.Health;
using Marketplace.Care.Messages;
using Marketplace.Care.Questions;
using Marketplace.Care.Reviews;
using Marketplace.Catalog.Listings;
using Marketplace.Growth;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement;
using Marketplace.Sales.Orders;
using Marketplace.Web.Admin;
using Marketplace.Web.Seller.Opening;
using Marketplace.Web.Seller.Visits;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Shared.Tenancy;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Home;

/// <summary>
/// Where a seller begins: first what waits, by deadline, then the figures, then the lists. Before the shop is open, what
/// is left until it opens. Each person sees of it what their role may see.
/// </summary>
public sealed class HomePage(
    ISender sender, CallerAccessor caller, CurrentPerson person, RequestTenant tenant, ICurrentMarket market, DisplayClock clock,
    IStringLocalizer<Words> words) : PageModel
{
    public TenantInfo Tenant => tenant.Tenant!;

    public string Root => "/seller/" + Tenant.Identifier;

    public DateTime Now => clock.Local(clock.UtcNow);

    /// <summary>Before the shop is open: what is left. Null afterwards.</summary>
    public Onboarding? Onboarding { get; private set; }

    public ShopState? Shop { get; private set; }

    public IReadOnlyList<Todo> Waiting { get; private set; } = [];

    public ListingCounts Listings { get; private set; } = new(0, 0, 0);

    public SalesView Sales { get; private set; } = null!;

    public VisitsView Visits { get; private set; } = null!;

    /// <summary>Null where nothing is measured yet.</summary>
    public HealthView? Health { get; private set; }

    /// <summary>Null for those whose role does not show it.</summary>
    public IReadOnlyList<SellerBalance>? Balances { get; private set; }

    public IReadOnlyList<LatestOrder>? Latest { get; private set; }

    public string Greeting => (clock.Local(clock.UtcNow).Hour, FirstName) switch
    {
        ( < 5, var name) => words["Good evening, {0}", name],
        ( < 12, var name) => words["Good morning, {0}", name],
        ( < 18, var name) => words["Good afternoon, {0}", name],
        (_, var name) => words["Good evening, {0}", name],
    };

    public bool May(string permission) => caller.Caller.SellerPermissions?.Contains(permission) == true;

    public IReadOnlyList<ChecklistStep> Steps => Onboarding is null ? [] : ChecklistStep.Of(Onboarding, Root, words);

    private string FirstName => (person.Person?.Name ?? "").Split(' ')[0];

    public async Task<IActionResult> OnGetAsync(string? currency, int days = 14)
    {
        var error = Tenant.State == TenantState.Opening
            ? await ReadOnboardingAsync()
            : await ReadAsync(currency, days);
        return error is null ? Page() : this.Refused(error);
    }

    private async Task<Error?> ReadOnboardingAsync()
    {
        var found = await sender.Send(new GetOnboarding(), HttpContext.RequestAborted);
        Onboarding = found.Value;
        return found.Error;
    }

    private async Task<Error?> ReadAsync(string? currency, int days)
    {
        var stop = HttpContext.RequestAborted;
        var shop = await sender.Send(new GetShopState(), stop);
        var sales = await sender.Send(new GetSellerSales(SalesView.DaysRead), stop);
        var listings = await sender.Send(new CountMyListings(), stop);
        var visits = await sender.Send(new GetMyVisits(SalesView.DaysRead), stop);
        if ((shop.Error ?? sales.Error ?? listings.Error ?? visits.Error) is { } error) return error;
        (Shop, Listings) = (shop.Required(), listings.Required());
        Sales = new SalesView(
            sales.Required().Days, currency, days, DateOnly.FromDateTime(clock.UtcNow), market.Market.CurrencyCode, words);
        Visits = new VisitsView(visits.Required(), sales.Required().Days, Sales.Period, DateOnly.FromDateTime(clock.UtcNow), words);
        Health = (await sender.Send(new GetMyHealth(), stop)).Value is { MeasuredAtUtc: not null } health ? health : null;
        if (May(SellerPermissions.Orders)) Latest = (await sender.Send(new ListLatestOrders(), stop)).Value;
        PayoutAccount? account = null;
        if (May(SellerPermissions.Money))
        {
            Balances = (await sender.Send(new GetSellerBalances(), stop)).Value;
            account = (await sender.Send(new GetPayoutAccount(), stop)).Value;
        }

        var inbox = May(SellerPermissions.Messages) ? (await sender.Send(new GetInboxDuties(), stop)).Value : null;
        var (questions, reviews) = May(SellerPermissions.Reviews)
            ? ((await sender.Send(new GetQuestionDuties(), stop)).Value, (await sender.Send(new GetReviewDuties(), stop)).Value)
            : (null, null);
        Waiting = new Todos(Root, caller.Caller.SellerPermissions!, clock.UtcNow, clock.Today, words)
            .Orders(sales.Required().Duties).Buyers(inbox, questions, reviews).Health(Health).Terms(Shop).Payouts(account)
            .Goods(Listings).InOrder();
        return null;
    }

    /// <summary>Since when the marketplace has the first of the listings that wait for it.</summary>
    public string WaitingText => Listings.WaitingSinceUtc is { } since ? Ages.Oldest(clock.UtcNow - since, words) : "";

    public string Date => Now.ToString("dddd d MMMM", CultureInfo.CurrentCulture);
}
