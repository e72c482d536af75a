using System.Net;

namespace Marketplace.Load;

/// <summary>
/// A guest's whole purchase through the shop's own pages: two product pages, two into the basket, basket, delivery,
/// review, payment page, back, order. Forms are read off the pages, as a browser without JavaScript does it.
/// </summary>
internal static class Purchases
{
    private static readonly Dictionary<string, string> Person = ShopPages.Person("ada@load.example");

    public static async Task<int> PrintLinksAsync(string url)
    {
        foreach (var link in await FindAsync(url)) Console.WriteLine(link);
        return 0;
    }

    public static async Task<int> PrintCookieAsync(string url)
    {
        var guest = new Guest(url);
        await PutInAsync(guest, (await FindAsync(url))[0]);
        Console.WriteLine(guest.Cookies);
        return 0;
    }

    public static async Task<Func<Random, Task<Outcome>>> ReadyAsync(string url)
    {
        var products = await FindAsync(url);
        return async dice =>
        {
            using var guest = new Guest(url);
            var first = dice.Next(products.Count);
            return await BuyAsync(guest, products[first], products[(first + 1 + dice.Next(products.Count - 1)) % products.Count]);
        };
    }

    private static async Task<Outcome> BuyAsync(Guest guest, string first, string second)
    {
        if (!await PutInAsync(guest, first) || !await PutInAsync(guest, second)) return Outcome.Refused;
        await guest.GetAsync("/cart");
        var delivery = await guest.GetAsync("/checkout");
        if (!delivery.IsOk) return Outcome.Refused;
        if ((await guest.SendAsync(delivery, Person)).Location != "/checkout/review") return Outcome.Failed;
        var review = await guest.GetAsync("/checkout/review");
        var toPay = await guest.SendAsync(review, Person);
        if (toPay.Location is not { } payPage) return toPay.Status == HttpStatusCode.Conflict ? Outcome.Refused : Outcome.Failed;
        var paid = await guest.SendAsync(await guest.GetAsync(payPage), Person);
        if (paid.Location is not { } back) return Outcome.Failed;
        var order = (await guest.GetAsync(back)).Location;
        return order is not null && (await guest.GetAsync(order)).IsOk ? Outcome.Done : Outcome.Failed;
    }

    private static async Task<bool> PutInAsync(Guest guest, string product)
    {
        var page = await guest.GetAsync(product);
        return ShopPages.OfferOn(page.Body) is { } offer && (await guest.PutInAsync("/cart", offer)).Location == "/cart";
    }

    /// <summary>What the shop lists as new and in its searches, as far as it can be bought.</summary>
    private static async Task<IReadOnlyList<string>> FindAsync(string url)
    {
        using var guest = new Guest(url);
        var links = new HashSet<string>();
        foreach (var page in ShopPages.Lists) links.UnionWith(ShopPages.ProductsOn((await guest.GetAsync(page)).Body));
        var good = new List<string>();
        foreach (var link in links.Order())
            if (ShopPages.OfferOn((await guest.GetAsync(link)).Body) is not null) good.Add(link);
        return good.Count > 1 ? good : throw new InvalidOperationException($"{url} shows no products.");
    }
}
