using System.Text.RegularExpressions;

namespace Marketplace.Load;

/// <summary>What a guest reads off the shop's pages, and writes into its forms.</summary>
internal static partial class ShopPages
{
    /// <summary>Where products that can be bought are linked.</summary>
    public static IReadOnlyList<string> Lists { get; } =
        ["/", "/new", "/search?q=mug", "/search?q=lamp", "/search?q=wool", "/search?q=oak", "/search?q=soap"];

    public static IEnumerable<string> ProductsOn(string page) => ProductLink().Matches(page).Select(m => m.Groups[1].Value);

    /// <summary>What the page's button puts into the basket; null when there is nothing to be had.</summary>
    public static string? OfferOn(string page) => Offer().Match(page) is { Success: true } found ? found.Groups[1].Value : null;

    public static Task<Answer> PutInAsync(this Guest guest, string basket, string offer) =>
        guest.PostAsync(basket + "?handler=Add", [new("offerId", offer), new("quantity", "1")]);

    /// <summary>Whoever writes this into delivery and payment form has paid.</summary>
    public static Dictionary<string, string> Person(string email) => new()
    {
        ["Input.Details.Email"] = email, ["Input.Details.ShipTo.Name"] = "Ada Berg", ["Input.Details.ShipTo.Line1"] = "Oude Delft 1",
        ["Input.Details.ShipTo.Postcode"] = "2611 BB", ["Input.Details.ShipTo.City"] = "Delft", ["email"] = email, ["method"] = "card",
        ["number"] = "4242424242424242", ["expiry"] = "12 / 34", ["cvc"] = "123", ["name"] = "Ada Berg",
    };

    [GeneratedRegex("name=\"offerId\" value=\"([^\"]+)\"")]
    private static partial Regex Offer();

    [GeneratedRegex("href=\"(/p/[a-z0-9-]+)[\"?#]")]
    private static partial Regex ProductLink();
}
