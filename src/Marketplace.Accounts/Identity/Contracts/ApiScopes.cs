using System.Collections.Frozen;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>What a key may be given. Each scope stands for halves of seller permissions, and for nothing else.</summary>
public static class ApiScopes
{
    public const string ListingsRead = "listings:read";
    public const string ListingsWrite = "listings:write";
    public const string StockWrite = "stock:write";
    public const string OrdersRead = "orders:read";
    public const string OrdersWrite = "orders:write";
    public const string MoneyRead = "money:read";

    public static IReadOnlyList<string> All { get; } =
        [ListingsRead, ListingsWrite, StockWrite, OrdersRead, OrdersWrite, MoneyRead];

    /// <summary>What these scopes allow, and never more than the one who made the key may do now.</summary>
    public static IReadOnlySet<string> Permissions(IEnumerable<string> scopes, IReadOnlySet<string> makers) =>
        scopes.SelectMany(Halves).Where(half => makers.Contains(half[..half.IndexOf(':', StringComparison.Ordinal)]))
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whoever reads listings reads how many are left of them.</summary>
    private static IEnumerable<string> Halves(string scope) => scope switch
    {
        ListingsRead => [ListingsRead, "stock:read"],
        ListingsWrite or StockWrite or OrdersRead or OrdersWrite or MoneyRead => [scope],
        _ => [],
    };
}
