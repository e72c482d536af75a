using System.Globalization;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Marketplace.Web.Admin.Orders;

/// <summary>All orders of the platform.</summary>
public sealed class OrdersPage(ISender sender) : PageModel
{
    public OrderState? State { get; private set; }

    public string? Search { get; private set; }

    public string? Seller { get; private set; }

    public bool Late { get; private set; }

    /// <summary>Paid on this day or later.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Something was sent back on this day or later.</summary>
    public DateOnly? Refunded { get; private set; }

    /// <summary>With a day only: sums are of one currency.</summary>
    public string? Currency { get; private set; }

    public AdminOrderPage Orders { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(
        string? state, string? q, string? after, string? seller, bool late, string? from, string? refunded, string? currency)
    {
        (State, Search) = (Enum.TryParse<OrderState>(state, true, out var known) ? known : null, q);
        (Seller, Late, From, Refunded) = (seller, late, Day(from), Day(refunded));
        Currency = currency is { Length: 3 } && (From ?? Refunded) is not null ? currency : null;
        var orders = await sender.Send(
            new ListOrders(State, q, after, seller, late, From, Refunded, Currency), HttpContext.RequestAborted);
        if (!orders.Ok) return this.Refused(orders.Error);
        Orders = orders.Value;
        return Page();
    }

    /// <summary>This list in another state or read on; who and what it is about stays.</summary>
    public string With(OrderState? state, bool late = false, string? after = null) => QueryHelpers.AddQueryString(
        "/admin/orders",
        new Dictionary<string, string?>
        {
            ["state"] = state?.ToString(), ["q"] = Search, ["seller"] = Seller, ["late"] = late ? "true" : null, ["from"] = Typed(From),
            ["refunded"] = Typed(Refunded), ["currency"] = Currency, ["after"] = after,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static string? Typed(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
