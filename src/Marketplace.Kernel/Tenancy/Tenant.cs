namespace Marketplace.Kernel.Tenancy;

/// <summary>Shape of Finbuckle.MultiTenant 10: Id goes into rows, Identifier into addresses.</summary>
public interface ITenantInfo
{
    string Id { get; }
    string Identifier { get; }
}

/// <param name="State">
/// What the resolver knows of the seller: a suspended or closed one is found, but its shop is not shown.
/// </param>
public sealed record TenantInfo(string Id, string Identifier, string Name, TenantState State = TenantState.Open)
    : ITenantInfo;

public enum TenantState
{
    /// <summary>Applying or under review: its people work on it, buyers do not see it.</summary>
    Opening,
    Open,
    Suspended,
    Closed,
}

/// <summary>What application code sees of the tenant: null when the request has none.</summary>
public interface ICurrentTenant
{
    TenantInfo? Tenant { get; }
}

/// <summary>Finds an identifier in a request; the first one that the store knows wins.</summary>
public interface IMultiTenantStrategy
{
    int Priority { get; }

    ValueTask<string?> GetIdentifierAsync(object context);
}

/// <summary>From identifier, host name or id to tenant.</summary>
public interface IMultiTenantStore
{
    ValueTask<TenantInfo?> GetByIdentifierAsync(string identifier, CancellationToken cancellation = default);

    ValueTask<TenantInfo?> GetAsync(string id, CancellationToken cancellation = default);

    /// <summary>A custom domain that its seller has proven to own.</summary>
    ValueTask<TenantInfo?> GetByHostAsync(string host, CancellationToken cancellation = default);
}

/// <summary>The form of identifiers, so that two of them never differ by case or trailing blanks only.</summary>
public static partial class TenantIdentifier
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "www", "api", "admin", "seller", "sellers", "shop", "app", "static", "assets", "mail", "help", "support", "s",
        "account", "cart", "checkout", "search", "status", "docs", "blog", "platform", "stripe", "webhooks",
    };

    public static bool IsWellFormed(string? identifier) => identifier is not null && Form().IsMatch(identifier);

    public static bool IsFree(string identifier) => IsWellFormed(identifier) && !Reserved.Contains(identifier);

    [System.Text.RegularExpressions.GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$")]
    private static partial System.Text.RegularExpressions.Regex Form();
}
