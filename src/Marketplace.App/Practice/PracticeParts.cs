using Marketplace.App.Seeding;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Money.Settlement;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Orders;
using Marketplace.Sales.Shipping.Contracts;

namespace Marketplace.App.Practice;

/// <summary>What a practice world is made of; all of it is its own, and ends with it.</summary>
/// <param name="Database">Empty, in memory.</param>
/// <param name="Bank">Who pays, and who pays out.</param>
/// <param name="Settings">Points the payment adapter at that bank.</param>
/// <param name="Owned">What else ends with the world.</param>
public sealed record PracticeParts(
    IDatabaseProvider Database, SeedClock Clock, IDemoBank Bank, IReadOnlyDictionary<string, string?> Settings,
    IReadOnlyList<IAsyncDisposable> Owned) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var one in Owned) await one.DisposeAsync();
    }
}

/// <param name="NowUtc">By the world's own clock.</param>
/// <param name="Order">The latest purchase; null before the first.</param>
public sealed record PracticeView(
    DateTime NowUtc, IReadOnlyList<PracticeOffer> Offers, PartView? Order, SellerOrderMoney? Share, SellerMoney Money);

public sealed record PracticeOffer(
    string OfferId, string Title, string Options, string? PictureRef, string CurrencyCode, long PriceMinor);

public static class PracticeErrors
{
    public static readonly Error NothingPublished = Error.Refused(
        "practice.nothing-published", "Publish a listing first: you practise with a copy of your own.");

    public static readonly Error NowhereToSend = Error.Refused(
        "practice.nowhere-to-send", "Nobody could buy this: say first how you ship, with a price in the currency of the listing.");

    public static readonly Error NoOrder = Error.Conflict("practice.no-order", "Buy something first.");

    public static readonly Error NotNow = Error.Conflict(
        "practice.not-now", "That is done already, or it is not its turn yet. The page shows where the order stands.");

    public static readonly Error Full = Error.Unavailable(
        "practice.full", "All practice places are taken. One is free again within twenty minutes.");

    public static readonly Error Over = Error.Conflict(
        "practice.over", "This practice has ended, as it does after twenty minutes without a click. Start a new one.");
}

/// <summary>A place to send to that no form refuses.</summary>
internal static class PracticeAddress
{
    private static readonly Dictionary<string, (string Postcode, string? Region)> Places = new(StringComparer.Ordinal)
    {
        ["NL"] = ("2611 XK", null), ["GB"] = ("SW1A 1AA", null), ["US"] = ("94103", "CA"), ["CA"] = ("K1A 0B1", "ON"),
        ["AU"] = ("2000", "NSW"), ["JP"] = ("100-0001", null), ["PL"] = ("00-950", null), ["PT"] = ("1100-148", null),
        ["SE"] = ("111 22", null), ["AT"] = ("1010", null), ["BE"] = ("1000", null), ["CH"] = ("8001", null), ["DK"] = ("1050", null),
    };

    public static Destination In(string country) => !Postcodes.NeedsPostcode(country)
        ? new Destination(country)
        : Places.TryGetValue(country, out var place)
            ? new Destination(country, place.Region, place.Postcode)
            : new Destination(country, null, "10115");
}
