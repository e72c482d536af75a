using Marketplace.Kernel.Results;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Orders;

/// <summary>The seller's orders by what is to be done with them, narrowed by filters that a member may keep as a view.</summary>
public sealed class SellerOrdersPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public SellerOrderTab Tab { get; private set; }

    public OrderFilterInput Filter { get; private set; } = null!;

    public IReadOnlyList<OrderViewChoice> Views { get; private set; } = [];

    public SellerOrderPage Orders { get; private set; } = null!;

    /// <summary>This choice of orders, as an address and as a saved view has it.</summary>
    public string Chosen => Filter.Query(Tab);

    public string Say(OrdersThat that) => that switch
    {
        OrdersThat.AreLate => words["Late only"],
        OrdersThat.AreDueToday => words["Due today only"],
        OrdersThat.AskCancellation => words["Asked to cancel only"],
        OrdersThat.AreSold => words["Without the cancelled ones"],
    };

    public async Task<IActionResult> OnGetAsync(string? tab, string? after)
    {
        Filter = OrderFilterInput.Of(Request.Query);
        Tab = Enum.TryParse<SellerOrderTab>(tab, true, out var known) && Enum.IsDefined(known) ? known
            : Filter.IsEmpty ? SellerOrderTab.New : SellerOrderTab.All;
        var orders = await sender.Send(new ListSellerOrders(Tab, Filter.Q, after, Filter: Filter.ToFilter()), HttpContext.RequestAborted);
        if (!orders.Ok) return this.Refused(orders.Error);
        var views = await sender.Send(new ListOrderViews(), HttpContext.RequestAborted);
        if (!views.Ok) return this.Refused(views.Error);
        (Orders, Views) = (orders.Value, views.Value);
        return Page();
    }

    /// <summary>Accepts all that were ticked; each is its own message, so that one refusal does not stop the others.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string seller, string[] pick)
    {
        var accepted = 0;
        foreach (var id in pick.Take(100))
            if ((await sender.Send(new AcceptOrder(id), HttpContext.RequestAborted)).Ok) accepted++;
        this.Say(
            words.Count(accepted, "{0} order accepted.", "{0} orders accepted."), accepted == pick.Length ? Tone.Good : Tone.Warn);
        return LocalRedirect($"/seller/{seller}/orders");
    }

    public async Task<IActionResult> OnPostKeepAsync(string seller, string? name, string? query) => After(
        await sender.Send(new SaveOrderView(name ?? "", query ?? ""), HttpContext.RequestAborted), seller, query,
        words["The view is kept."]);

    public async Task<IActionResult> OnPostDropAsync(string seller, string? view) => After(
        await sender.Send(new RemoveOrderView(view ?? ""), HttpContext.RequestAborted), seller, null, words["The view is gone."]);

    private IActionResult After(Result done, string seller, string? query, string said)
    {
        if (!done.Ok && done.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.Unauthenticated)
            return this.Refused(done.Error);
        this.Say(done.Ok ? said : words.Refusal(done.Error.Message), done.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect($"/seller/{seller}/orders{(done.Ok && query is { Length: > 0 } ? "?" + query : "")}");
    }
}
