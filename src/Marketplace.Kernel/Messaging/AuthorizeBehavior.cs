using System.Reflection;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;

namespace Marketplace.Kernel.Messaging;

/// <summary>
/// Holds the caller against the right that the root message declares, and against what it asks besides. A message
/// without a right is a bug. A caller who only looks (<see cref="Caller.IsReadOnly"/>) sends queries, nothing else.
/// </summary>
public sealed class AuthorizeBehavior<TMessage, TResponse>(MessageScope scope, CallerAccessor caller, TimeProvider clock)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
    where TResponse : IOutcome<TResponse>
{
    private static readonly RightAttribute Right =
        typeof(TMessage).GetCustomAttribute<RightAttribute>()
        ?? throw new InvalidOperationException($"{typeof(TMessage).Name} declares no right.");

    private static readonly bool Writes = !typeof(IBaseQuery).IsAssignableFrom(typeof(TMessage));

    private static readonly bool NeedsSecondFactor =
        Right is AdminAttribute || typeof(TMessage).IsDefined(typeof(SecondFactorAttribute), inherit: false);

    private static readonly bool NeedsFreshProof = typeof(TMessage).IsDefined(typeof(FreshAttribute), inherit: false);

    public ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        if (scope.IsNested || caller.Caller.IsSystem) return next(message, cancellationToken);
        return (Refusal(caller.Caller) ?? Demand(caller.Caller)) is { } error
            ? ValueTask.FromResult(TResponse.Fail(error))
            : next(message, cancellationToken);
    }

    private Error? Demand(Caller who)
    {
        if (Writes && who.IsReadOnly) return AccessErrors.ReadOnly;
        if (NeedsSecondFactor && who.SecondFactorMissing) return AccessErrors.SecondFactor;
        return NeedsFreshProof && !who.IsFreshAt(clock.GetUtcNow().UtcDateTime) ? AccessErrors.ProveAgain : null;
    }

    /// <summary>The half of a permission that this message needs.</summary>
    private static readonly string Half = Writes ? SellerAttribute.Writing : SellerAttribute.Reading;

    private static bool Grants(IReadOnlySet<string>? own, string permission) =>
        own is not null && (own.Contains(permission) || own.Contains(permission + Half));

    private static Error? Refusal(Caller caller) => Right switch
    {
        AnyoneAttribute => null,
        PersonAttribute => caller.PersonId is null ? AccessErrors.SignIn : null,
        BuyerAttribute => caller.BuyerId is null ? AccessErrors.SignIn : null,
        SellerAttribute seller when caller.TenantId is null => AccessErrors.NoSuchPlace,
        SellerAttribute seller => Grants(caller.SellerPermissions, seller.Permission) ? null
            : caller.KeyId is null ? AccessErrors.Missing(seller.Permission)
            : AccessErrors.MissingScope(seller.Permission + Half),
        AdminAttribute admin when caller.AdminPermissions is null or { Count: 0 } => AccessErrors.NoSuchPlace,
        AdminAttribute admin => Grants(caller.AdminPermissions, admin.Permission) ? null
            : caller.KeyId is null ? AccessErrors.Missing(admin.Permission)
            : AccessErrors.MissingScope("admin:" + admin.Permission + Half),
        InternalAttribute => throw new InvalidOperationException($"{typeof(TMessage).Name} is internal."),
        _ => throw new InvalidOperationException($"Unknown right {Right.GetType().Name}."),
    };
}

/// <summary>The refusals of the authorise step.</summary>
public static class AccessErrors
{
    public static readonly Error SignIn =
        new("access.sign-in", "Sign in first; then do this again.", ErrorKind.Unauthenticated);

    /// <summary>404, not 403: a stranger does not learn that the place exists.</summary>
    public static readonly Error NoSuchPlace = Error.NotFound("access.not-found", "There is nothing here.");

    /// <summary>Whoever looks at a shop for its seller changes nothing in it.</summary>
    public static readonly Error ReadOnly = new(
        "access.read-only", "You are looking at this shop for its seller: nothing can be changed here.", ErrorKind.Forbidden);

    public static readonly Error SecondFactor = new(
        "access.second-factor", "This needs a second factor. Set one up under Security in your account; it takes a minute.",
        ErrorKind.Forbidden);

    public static readonly Error ProveAgain = new(
        "access.prove-again", "Show once more that it is you, then do this again. Nothing was changed.", ErrorKind.Forbidden);

    public static Error Missing(string permission) => new(
        "access.missing-permission",
        $"Your role does not include '{permission}'. An owner can give it to you under Team.", ErrorKind.Forbidden);

    public static Error MissingScope(string scope) => new(
        "access.missing-scope", $"This key may not do that: it lacks '{scope}'. Make one that has it.", ErrorKind.Forbidden);
}
