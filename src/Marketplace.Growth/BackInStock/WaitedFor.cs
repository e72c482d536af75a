using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.BackInStock;

/// <summary>A live variant of an open shop, and how many are for sale.</summary>
internal sealed record WaitedFor(
    string TenantId, string OfferId, string Title, string OptionsText, string Slug, string ShortId, string Shop, int Available)
{
    public string Name => OptionsText == "" ? Title : $"{Title}, {OptionsText}";

    public string Path => $"/p/{Slug}-{ShortId}?v={OfferId}";

    public static Task<WaitedFor?> FindAsync(PlatformDb db, string offerId, CancellationToken cancellation)
    {
        var stocks = db.OfferStocks;
        return (from o in db.Offers.AsNoTracking()
                where o.Id == offerId && o.IsLive
                join l in db.PublishedListings on new { o.TenantId, Id = o.ListingId } equals new { l.TenantId, l.Id }
                join s in db.SellerStandings on o.TenantId equals s.TenantId
                join p in db.SellerProfiles on o.TenantId equals p.TenantId
                where l.IsLive && s.IsOpen
                select new WaitedFor(
                    o.TenantId, o.Id, l.Title, o.OptionsText, l.Slug, l.ShortId, p.Name,
                    stocks.Where(x => x.TenantId == o.TenantId && x.OfferId == o.Id).Sum(x => x.OnHand - x.Reserved)))
            .SingleOrDefaultAsync(cancellation);
    }
}

/// <summary>The link of a request, sealed by the host's keys: who holds it may confirm or end this one request.</summary>
internal static class StockRequestLink
{
    public static string Path(ISecretSeal seal, string requestId) =>
        "/back-in-stock/" + Uri.EscapeDataString(seal.Close("back-in-stock " + requestId));

    public static string? Read(ISecretSeal seal, string token) =>
        seal.Open(token)?.Split(' ') is ["back-in-stock", var requestId] ? requestId : null;
}

internal static class StockRequestMails
{
    public static MailText Confirm(WaitedFor goods, string link) => new(
        "Shall we tell you when it is back?", $"{goods.Name} is sold out",
        [$"Somebody, we think you, wants to hear at this address when {goods.Shop} has it again. Say yes, and one mail comes then."],
        new MailLink("Yes, tell me", link), Note: "If it was not you, do nothing: no other mail comes.");

    public static MailText Told(WaitedFor goods) => new(
        $"Back in stock: {goods.Name}", $"{goods.Name} is back",
        [$"{goods.Shop} has it again. Others were told too, so it may not last."], new MailLink("See it", goods.Path),
        Note: "You asked for this one mail.");
}
