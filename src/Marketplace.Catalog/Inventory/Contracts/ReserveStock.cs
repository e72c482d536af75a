using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Inventory.Contracts;

public sealed record StockLine(string TenantId, string OfferId, int Quantity);

/// <param name="Available">What could have been had.</param>
public sealed record StockShortage(string TenantId, string OfferId, int Requested, int Available);

/// <param name="Shortages">Empty: everything is reserved. Else nothing of this call is.</param>
public sealed record StockAnswer(IReadOnlyList<StockShortage> Shortages)
{
    public bool IsReserved => Shortages.Count == 0;
}

/// <summary>
/// Holds units for an order, all lines or none. Sent again it adds nothing to what the order holds or has bought;
/// after a release it holds anew. A shortage is an answer, not an error: the caller asks the buyer about the rest.
/// </summary>
[Internal]
public sealed record ReserveStock(string OrderId, IReadOnlyList<StockLine> Lines, DateTime UntilUtc)
    : ICommand<Result<StockAnswer>>, IPlatformTransaction;

/// <summary>
/// The order is paid: its held units leave the stock. Errors: <c>stock.not-held</c> when the reservation was released
/// before (reserve again first) or never made.
/// </summary>
[Internal]
public sealed record CommitStock(string OrderId) : ICommand<Result>, IPlatformTransaction;

/// <summary>The order is given up: its held units are for sale again. Sold ones stay sold.</summary>
[Internal]
public sealed record ReleaseStock(string OrderId) : ICommand<Result>, IPlatformTransaction;

/// <summary>
/// Sold units come back to where they were taken from. Errors: <c>stock.not-sold</c> when that is more than the order
/// bought and has not yet returned.
/// </summary>
/// <param name="Reference">What brings them back (a cancellation's, a return's id): the same one again does nothing.</param>
[Internal]
public sealed record Restock(
    string OrderId, string TenantId, string OfferId, int Quantity, string Reason, string Reference)
    : ICommand<Result>, IPlatformTransaction;
