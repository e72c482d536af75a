using System.Collections.Frozen;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>What staff of the platform may do; named by <c>[Admin(…)]</c> on messages.</summary>
public static class AdminPermissions
{
    /// <summary>All staff have it: the console's first page.</summary>
    public const string Staff = "staff";
    public const string Sellers = "sellers";
    public const string Orders = "orders";
    public const string Catalog = "catalog";
    /// <summary>Decides on what people reported: reviews, and the conversations that one side handed in.</summary>
    public const string Moderation = "moderation";
    /// <summary>What the platform itself says: its own pages, the home page, collections.</summary>
    public const string Content = "content";
    public const string Tax = "tax";
    public const string Commissions = "commissions";
    public const string Money = "money";
    public const string Search = "search";
    public const string Jobs = "jobs";
    public const string Mail = "mail";
    public const string Audit = "audit";
    public const string Settings = "settings";
    /// <summary>Who is staff, and in which role.</summary>
    public const string People = "people";
    /// <summary>Keys for programs: whoever makes one hands over a part of the console.</summary>
    public const string Keys = "keys";

    public static IReadOnlyList<string> All { get; } =
    [
        Staff, Sellers, Orders, Catalog, Moderation, Content, Tax, Commissions, Money, Search, Jobs, Mail, Audit, Settings, People,
        Keys,
    ];

    private static readonly FrozenDictionary<AdminRole, FrozenSet<string>> ByRole =
        Enum.GetValues<AdminRole>().ToFrozenDictionary(r => r, r => Grants(r).ToFrozenSet(StringComparer.Ordinal));

    public static IReadOnlySet<string> Of(AdminRole role) => ByRole[role];

    private static IEnumerable<string> Grants(AdminRole role) => role switch
    {
        AdminRole.Owner => All,
        AdminRole.Operations => [Staff, Sellers, Orders, Catalog, Moderation, Content, Search, Jobs, Mail],
        AdminRole.Finance => [Staff, Orders, Tax, Commissions, Money, Audit],
        AdminRole.Support => [Staff, Sellers, Orders, Moderation, Mail],
        AdminRole.Auditor => [Staff, Audit],
    };
}

/// <summary>A person's place among the platform's staff.</summary>
public enum AdminRole
{
    Owner,
    Operations,
    Finance,
    Support,
    Auditor,
}
