using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Privacy;

/// <summary>What a person bought, means to buy and keeps to buy with.</summary>
internal sealed class SalesData(PlatformDb db) : IPersonalData, IHoldsDeletion
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var buyer = subject.BuyerId;
        var orders = db.Orders.AsNoTracking().Where(o => o.BuyerId == buyer).OrderBy(o => o.CreatedAtUtc).Take(DataSheet.Most);
        return
        [
            DataSheet.Of("Orders", ["Orders"], await orders.Select(o => new
            {
                o.Number, o.State, o.PlacedAtUtc, o.CurrencyCode, o.ItemsMinor, o.ShippingMinor, o.TaxMinor, o.TotalMinor, o.Email,
                o.Phone, o.ShipTo,
            }).ToListAsync(cancellation)),
            DataSheet.Of("Parts of orders", ["SellerOrders"], await db.SellerOrders.AsNoTracking().Where(p => p.BuyerId == buyer)
                .OrderBy(p => p.PlacedAtUtc).Take(DataSheet.Most).Select(p => new
                {
                    p.Number, p.State, p.SellerName, p.BuyerName, p.Phone, p.ShipTo, p.CurrencyCode, p.TotalMinor, p.ShippingName,
                    p.PlacedAtUtc, p.ShippedAtUtc, p.DeliveredAtUtc, p.CancelledAtUtc, p.CancellationReason,
                }).ToListAsync(cancellation)),
            DataSheet.Of("What you bought", ["OrderLines"], await db.OrderLines.AsNoTracking().Where(l => l.BuyerId == buyer)
                .OrderBy(row => row.Id).Take(DataSheet.Most).Select(l => new
                {
                    l.SellerOrderId, l.Title, l.Options, l.Sku, l.Quantity, l.UnitPriceMinor, l.GrossMinor, l.TaxMinor,
                    l.CancelledQuantity, l.RefundedQuantity,
                }).ToListAsync(cancellation)),
            DataSheet.Of("What happened to orders", ["OrderEvents"], await db.OrderEvents.AsNoTracking()
                .Where(e => e.BuyerId == buyer).OrderBy(e => e.AtUtc).Take(DataSheet.Most)
                .Select(e => new { e.SellerOrderId, e.AtUtc, e.Kind, e.Actor, e.Detail, e.AmountMinor }).ToListAsync(cancellation)),
            DataSheet.Of("Parcels", ["Shipments", "ShipmentLines"], await db.Shipments.AsNoTracking().Where(s => s.BuyerId == buyer)
                .OrderBy(s => s.ShippedAtUtc).Take(DataSheet.Most)
                .Select(s => new { s.SellerOrderId, s.CarrierName, s.TrackingNumber, s.ShippedAtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Basket", ["CartLines", "BuyerCarts", "CartShippings"], await db.CartLines.AsNoTracking()
                .Where(l => l.BuyerId == buyer).Select(l => new { l.OfferId, l.Quantity, l.AddedAtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Typed at checkout", ["BuyerCarts"], await db.BuyerCarts.AsNoTracking()
                .Where(c => c.BuyerId == buyer && c.DetailsJson != null).Select(c => new { c.UpdatedAtUtc, c.DetailsJson })
                .ToListAsync(cancellation)),
            DataSheet.Of("Addresses", ["SavedAddresses"], await db.SavedAddresses.AsNoTracking().Where(a => a.BuyerId == buyer)
                .Select(a => new { a.Address, a.Phone, a.AddedAtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Saved things", ["SavedItems"], await db.SavedItems.AsNoTracking().Where(i => i.BuyerId == buyer)
                .Select(i => new { i.ListingId, i.SavedAtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Notes you wrote for a shop", ["OrderNotes"], await db.OrderNotes.AsNoTracking()
                .Where(n => n.PersonId == subject.PersonId).OrderBy(row => row.Id).Take(DataSheet.Most)
                .Select(n => new { n.SellerOrderId, n.Text, n.AtUtc })
                .ToListAsync(cancellation)),
            DataSheet.Of("Views of orders you keep", ["SavedOrderViews"], await db.SavedOrderViews.AsNoTracking()
                .Where(v => v.PersonId == subject.PersonId).Select(v => new { v.Name, v.Query }).ToListAsync(cancellation)),
        ];
    }

    /// <summary>A parcel that is to be sent needs its address, one on its way too.</summary>
    public Task<bool> IsNeededAsync(DataSubject subject, CancellationToken cancellation)
    {
        var buyer = subject.BuyerId;
        return db.SellerOrders.AnyAsync(
            p => p.BuyerId == buyer && (p.State == FulfilmentState.Placed || p.State == FulfilmentState.Accepted
                || p.State == FulfilmentState.PartShipped || p.State == FulfilmentState.Shipped), cancellation);
    }
}
