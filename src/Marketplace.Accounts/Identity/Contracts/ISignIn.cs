using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>
/// What only the host knows, since only it has the request: the session's cookie, the sealed note between the two steps
/// of signing in, whose browser it is, and what another site says of the person.
/// </summary>
public interface ISignIn
{
    /// <summary>Browser and network of this request.</summary>
    Device Device { get; }

    /// <summary>Whoever has given the right password a moment ago and owes the second factor; null without or too late.</summary>
    HalfSignIn? Half { get; }

    Task SignInAsync(NewSession session, CancellationToken cancellation);

    Task SignOutAsync(CancellationToken cancellation);

    /// <summary>Keeps the note for ten minutes, in a sealed cookie.</summary>
    void Await(HalfSignIn half);

    /// <summary>What Google (or whoever is configured) has just said; read once. Null when nothing was said.</summary>
    Task<ExternalIdentity?> ReadExternalAsync(CancellationToken cancellation);
}

/// <param name="Words">Firefox · Linux.</param>
/// <param name="Network">The beginning of the address: 203.0.113.*</param>
public sealed record Device(string Words, string Network);

/// <summary>What goes into the session's cookie, and who it is for.</summary>
/// <param name="Remember">Whether the session outlives the browser.</param>
public sealed record NewSession(string SessionId, string PersonId, string BuyerId, string Name, bool Remember);

/// <summary>The first factor was right. Worth nothing once the stamp is another one.</summary>
public sealed record HalfSignIn(string PersonId, string Stamp, bool Remember, string? GuestBuyerId);

/// <param name="Provider">google</param>
/// <param name="Subject">The provider's own, lasting id of the person.</param>
/// <param name="EmailVerified">The provider says that the address is theirs.</param>
public sealed record ExternalIdentity(string Provider, string Subject, string Email, bool EmailVerified, string Name);

/// <summary>
/// What contexts to the right do the moment somebody signs in: commands, each in a transaction of its own, sent
/// before the session begins (a cart is merged before the next page shows it). Registered as scoped services.
/// </summary>
public interface IWhenSignedIn
{
    IEnumerable<ICommand<Result>> On(SignedIn signedIn);
}

/// <param name="GuestBuyerId">The guest they were until now; null when they had no cart.</param>
public sealed record SignedIn(string PersonId, string BuyerId, string? GuestBuyerId);
