namespace Marketplace.Kernel.Tenancy;

/// <summary>
/// Who sends a message: set once a request by the host, by a job or by a test, never changed. Its rights follow from
/// it alone.
/// </summary>
/// <param name="TenantId">The seller whose dashboard or key this is; the person's membership has been checked.</param>
/// <param name="BuyerId">The buyer, a guest's too.</param>
/// <param name="SellerPermissions">What the membership allows in this tenant.</param>
/// <param name="AdminPermissions">What the person may do for the platform.</param>
/// <param name="SessionId">The session this request came with.</param>
/// <param name="ProvedAtUtc">When the session last showed that it is really them: at its beginning, or asked again.</param>
/// <param name="SecondFactorMissing">The platform demands a second factor, and this session began without one.</param>
/// <param name="IsReadOnly">Looks at a shop for its seller: sends queries, nothing else.</param>
/// <param name="IsSystem">The platform itself: jobs, event consumers, seeding.</param>
/// <param name="KeyId">The API key that stands for the seller; then there is no person.</param>
public sealed record Caller(
    string? PersonId = null,
    string? TenantId = null,
    string? BuyerId = null,
    IReadOnlySet<string>? SellerPermissions = null,
    IReadOnlySet<string>? AdminPermissions = null,
    bool IsSystem = false,
    string? SessionId = null,
    DateTime? ProvedAtUtc = null,
    bool SecondFactorMissing = false,
    bool IsReadOnly = false,
    string? KeyId = null)
{
    public static Caller Anonymous { get; } = new();

    public static Caller System { get; } = new(IsSystem: true);

    /// <summary>The platform at work for one seller; the tenant is carried into outbox, logs and cache keys.</summary>
    public static Caller SystemFor(string? tenantId) => new(TenantId: tenantId, IsSystem: true);

    public bool IsFreshAt(DateTime nowUtc) => ProvedAtUtc is { } proved && nowUtc - proved <= Messaging.FreshAttribute.Life;

    /// <summary>A short name for audit rows and logs.</summary>
    public string Actor => IsSystem ? "system" : PersonId ?? (KeyId, BuyerId) switch
    {
        ({ } key, _) => "key:" + key,
        (null, { } guest) => "guest:" + guest,
        _ => "anonymous",
    };
}

/// <summary>The scope's caller. Reading it before it was set throws: no default that might be too mighty.</summary>
public sealed class CallerAccessor
{
    private Caller? _caller;

    public bool IsSet => _caller is not null;

    public Caller Caller =>
        _caller ?? throw new InvalidOperationException("This scope has no caller: set it before sending a message.");

    public void Set(Caller caller)
    {
        if (_caller is not null && _caller != caller)
            throw new InvalidOperationException("A scope keeps its caller; open a new scope for another one.");
        _caller = caller;
    }
}
