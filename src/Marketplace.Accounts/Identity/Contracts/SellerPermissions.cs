using System.Collections.Frozen;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>What a membership may allow in a seller's dashboard; named by <c>[Seller(…)]</c> on messages.</summary>
public static class SellerPermissions
{
    /// <summary>Every member has it: the dashboard's first page, the seller's own name and state.</summary>
    public const string Member = "member";
    public const string Listings = "listings";
    public const string Stock = "stock";
    public const string Orders = "orders";
    /// <summary>Reads and answers what buyers write.</summary>
    public const string Messages = "messages";
    /// <summary>Answers reviews and questions, for everybody to read.</summary>
    public const string Reviews = "reviews";
    public const string Money = "money";
    public const string Shipping = "shipping";
    public const string Settings = "settings";
    public const string Team = "team";
    /// <summary>Keys for programs: whoever makes one hands over a part of the shop.</summary>
    public const string Keys = "keys";

    public static IReadOnlyList<string> All { get; } =
        [Member, Listings, Stock, Orders, Messages, Reviews, Money, Shipping, Settings, Team, Keys];

    private static readonly FrozenDictionary<SellerRole, FrozenSet<string>> ByRole =
        Enum.GetValues<SellerRole>().ToFrozenDictionary(r => r, r => Grants(r).ToFrozenSet(StringComparer.Ordinal));

    public static IReadOnlySet<string> Of(SellerRole role) => ByRole[role];

    private static IEnumerable<string> Grants(SellerRole role) => role switch
    {
        SellerRole.Owner => All,
        SellerRole.Catalog => [Member, Listings, Stock, Reviews],
        SellerRole.Orders => [Member, Orders, Messages, Shipping, Stock],
        SellerRole.Finance => [Member, Money],
        SellerRole.Support => [Member, Orders, Messages, Reviews],
    };
}

/// <summary>A person's place in a seller's team.</summary>
public enum SellerRole
{
    Owner,
    Catalog,
    Orders,
    Finance,
    Support,
}
