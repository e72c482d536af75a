using System.Net;
using System.Text.RegularExpressions;

namespace Marketplace.Load;

/// <summary>
/// A guest's whole purchase through the shop's own pages: two product pages, two into the basket, basket, delivery,
/// review, payment page, back, order. Forms are read off the pages, as a browser without JavaScript does it.
/// </summary>
internal static partial class Purchases
{
    private static readonly Dictionary<string, string> Person = new()
    {
        ["Input.Details.Email"] = "ada@load.example", ["Input.Details.ShipTo.Name"] = "Ada Berg",
        ["Input.Details.ShipTo.Line1"] = "Oude Delft 1", ["Input.Details.ShipTo.Postcode"] = "2611 BB",
        ["Input.Details.ShipTo.City"] = "Delft", ["email"] = "ada@load.example", ["method"] = "card",
        ["number"] = "4242424242424242", ["expiry"] = "12 / 34", ["cvc"] = "123", ["name"] = "Ada Berg",
    };

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
        var offer = Offer().Match(page.Body);
        if (!offer.Success) return false;
        var added = await guest.PostAsync("/cart?handler=Add", [new("offerId", offer.Groups[1].Value), new("quantity", "1")]);
        return added.Location == "/cart";
    }

    /// <summary>What the shop lists as new and in its searches, as far as it can be bought.</summary>
    private static async Task<IReadOnlyList<string>> FindAsync(string url)
    {
        using var guest = new Guest(url);
        var links = new HashSet<string>();
        foreach (var page in (string[])["/", "/new", "/search?q=mug", "/search?q=lamp", "/search?q=wool", "/search?q=oak", "/search?q=soap"])
            links.UnionWith(ProductLink().Matches((await guest.GetAsync(page)).Body).Select(m => m.Groups[1].Value));
        var good = new List<string>();
        foreach (var link in links.Order())
            if (Offer().IsMatch((await guest.GetAsync(link)).Body)) good.Add(link);
        return good.Count > 1 ? good : throw new InvalidOperationException($"{url} shows no products.");
    }

    [GeneratedRegex("name=\"offerId\" value=\"([^\"]+)\"")]
    private static partial Regex Offer();

    [GeneratedRegex("href=\"(/p/[a-z0-9-]+)[\"?#]")]
    private static partial Regex ProductLink();
}
