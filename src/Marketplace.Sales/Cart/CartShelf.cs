using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Model;

namespace Marketplace.Sales.Cart;

/// <summary>Puts pieces of an offer among a cart's lines: no more than are left, no more lines and shops than it holds.</summary>
internal static class CartShelf
{
    /// <summary>Why nothing of it can be bought at the moment; null when it can.</summary>
    public static Error? Refusal(OfferSnapshot offer) =>
        !offer.IsLive ? CartErrors.NotForSale
        : offer.UnitPriceMinor is null ? CartErrors.NotInCurrency
        : offer.Available <= 0 ? CartErrors.SoldOut
        : null;

    /// <summary>How many are in the cart now, and whether fewer were left than wanted. The cart is locked.</summary>
    public static Result<(int Quantity, bool WasCut)> Put(
        PlatformDb db, List<CartLine> lines, OfferSnapshot offer, string buyerId, int more, DateTime nowUtc)
    {
        var line = lines.SingleOrDefault(l => l.OfferId == offer.OfferId);
        var most = Math.Min(offer.Available, BuyerCart.MostPieces);
        if (line?.Quantity >= most) return CartErrors.NoMore(most);
        if (line is null)
        {
            if (lines.Count >= BuyerCart.MostLines) return CartErrors.TooManyLines;
            if (lines.Select(l => l.TenantId).Append(offer.TenantId).Distinct().Count() > BuyerCart.MostSellers)
                return CartErrors.TooManySellers;
            line = new CartLine
            {
                BuyerId = buyerId, OfferId = offer.OfferId, TenantId = offer.TenantId, Quantity = 0, AddedAtUtc = nowUtc,
            };
            lines.Add(line);
            db.Add(line);
        }

        var wanted = line.Quantity + more;
        line.Quantity = Math.Min(wanted, most);
        (line.SeenPriceMinor, line.SeenCurrencyCode) = (offer.UnitPriceMinor, offer.CurrencyCode);
        return (line.Quantity, line.Quantity < wanted);
    }
}
