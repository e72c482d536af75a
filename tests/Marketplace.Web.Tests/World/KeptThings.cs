using Marketplace.Growth.Following;
using Marketplace.Sales.AddressBook;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Sales.Saved;
using Marketplace.Tests.World;

namespace Marketplace.Web.Tests.World;

/// <summary>What Mara keeps in her account, and an order that she would rather not have.</summary>
internal static class KeptThings
{
    public static async Task<(string Address, string Note, string View, string Number)> KeepThingsAsync(this TestMarket market)
    {
        var (site, mara) = (market.Site, await market.CallerAsync(TestMarket.Mara));
        var vera = await market.CallerAsync(TestMarket.Vera, TestMarket.Pottery);
        var home = new Address { Name = "Mara", Line1 = "Am Markt 1", Postcode = "99423", City = "Weimar", Country = "DE" };
        (await site.SendAsync(mara, new SaveAddress(null, home, null, true))).Required();
        var second = (await site.SendAsync(mara, new SaveAddress(null, home with { Line1 = "Am Markt 2" }, null, false))).Required();
        (await site.SendAsync(mara, new SaveItem(market.Listings[TestMarket.Kiln][0].ListingId))).Done();
        (await site.SendAsync(mara, new FollowShop(TestMarket.Kiln))).Done();
        (await site.SendAsync(vera, new AcceptOrder(market.Orders[8].PartId))).Done();
        (await site.SendAsync(mara, new RequestCancellation(market.Orders[8].PartId, "Ordered twice"))).Required();
        (await site.SendAsync(vera, new AddOrderNote(market.Orders[0].PartId, "Wrap it twice"))).Done();
        (await site.SendAsync(vera, new SaveOrderView("Germany", "tab=All&country=DE"))).Done();
        var note = (await site.SendAsync(vera, new ListOrderNotes(market.Orders[0].PartId))).Required()[0].NoteId;
        var view = (await site.SendAsync(vera, new ListOrderViews())).Required()[0].ViewId;
        var last = (await site.SendAsync(vera, new GetSellerOrder(market.Orders[10].PartId))).Required().Part.Number!;
        return (second, note, view, last);
    }
}
