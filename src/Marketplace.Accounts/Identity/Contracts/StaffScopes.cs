using System.Collections.Frozen;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>What a key of staff may be given. Each scope stands for half of a permission of the console.</summary>
public static class StaffScopes
{
    public const string SellersRead = "admin:sellers:read";
    public const string SellersWrite = "admin:sellers:write";
    public const string CommissionsRead = "admin:commissions:read";
    public const string CommissionsWrite = "admin:commissions:write";
    private const string Mark = "admin:";

    public static IReadOnlyList<string> All { get; } = [SellersRead, SellersWrite, CommissionsRead, CommissionsWrite];

    /// <summary>What these scopes allow, and never more than the one who made the key may do now.</summary>
    public static IReadOnlySet<string> Permissions(IEnumerable<string> scopes, IReadOnlySet<string> makers) =>
        scopes.Where(All.Contains).Select(scope => scope[Mark.Length..])
            .Where(half => makers.Contains(half[..half.IndexOf(':', StringComparison.Ordinal)])).ToFrozenSet(StringComparer.Ordinal);
}
