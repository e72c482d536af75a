using System.Globalization;
using Marketplace.Sales.Orders;

namespace Marketplace.Web.Seller.Orders;

/// <summary>The list's filters as they stand in its address; what cannot be read counts as not given.</summary>
public sealed record OrderFilterInput(string? Q, string? From, string? To, string? Country, string? Least, string? Most, string? Currency,
    OrdersThat? That = null)
{
    public static OrderFilterInput Of(IQueryCollection query)
    {
        string? Value(string name) => query[name].ToString().Trim() is { Length: > 0 and <= 80 } text ? text : null;
        return new OrderFilterInput(
            Value("q"), Value("from"), Value("to"), Value("country"), Value("least"), Value("most"), Value("currency"),
            Enum.TryParse<OrdersThat>(Value("that"), out var that) && Enum.IsDefined(that) ? that : null);
    }

    public bool IsEmpty => (Q ?? From ?? To ?? Country ?? Least ?? Most) is null && That is null;

    public OrderFilter ToFilter() => new(
        Day(From), Day(To), Country is { Length: 2 } ? Country.ToUpperInvariant() : null, Minor(Least), Minor(Most), Currency,
        That);

    /// <summary>The address behind the question mark, for links and saved views.</summary>
    public string Query(SellerOrderTab tab) => string.Join('&', new (string Name, string? Value)[]
    {
        ("tab", tab.ToString()), ("that", That?.ToString()), ("q", Q),
        ("from", From), ("to", To), ("country", Country), ("least", Least), ("most", Most),
        ("currency", (Least ?? Most) is null && That is not OrdersThat.AreSold ? null : Currency),
    }.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private long? Minor(string? text)
    {
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.CurrentCulture, out var major)
            || major is < 0 or > 1_000_000_000) return null;
        return Kernel.Values.Currency.Find(Currency ?? "") is { } known ? (long)(major * known.MinorPerMajor) : null;
    }
}
