using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>Keeps and ends sessions; the host implements it with a cookie, since only it has the request.</summary>
public interface ISignIn
{
    Task SignInAsync(NewSession session, CancellationToken cancellation);

    Task SignOutAsync(CancellationToken cancellation);
}

/// <param name="Stamp">Goes into the cookie; <see cref="CallerFactory"/> refuses a session whose stamp is no longer the person's.</param>
/// <param name="Remember">Whether the session outlives the browser.</param>
public sealed record NewSession(string PersonId, string Stamp, string BuyerId, string Name, bool Remember);

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
