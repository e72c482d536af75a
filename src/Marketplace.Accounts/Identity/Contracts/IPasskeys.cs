using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>
/// The ceremonies of WebAuthn. The host implements them, since they need the request's origin. A question is good for
/// ten minutes; that its answer counts once is the handlers' business.
/// </summary>
public interface IPasskeys
{
    /// <summary>Asks for a new passkey, of an authenticator that holds none of the known ones.</summary>
    Task<PasskeyQuestion> AskNewAsync(PasskeyOwner owner, IReadOnlyList<UserPasskeyInfo> known);

    /// <summary>The new passkey; null when the answer is forged, late, or to another person's question.</summary>
    Task<UserPasskeyInfo?> ReadNewAsync(PasskeyAnswer answer, PasskeyOwner owner);

    /// <summary>Asks for one of the person's passkeys, or of whoever is there.</summary>
    Task<PasskeyQuestion> AskAsync(PasskeyOwner? owner, IReadOnlyList<UserPasskeyInfo> known);

    /// <summary>The id of the passkey that the answer claims to be from; null when it cannot be read.</summary>
    byte[]? ClaimedId(PasskeyAnswer answer);

    /// <summary>The passkey with its new count of uses; null when the answer is not from it.</summary>
    Task<UserPasskeyInfo?> ReadAsync(PasskeyAnswer answer, PasskeyOwner owner, UserPasskeyInfo claimed);
}

/// <param name="OptionsJson">For the browser.</param>
/// <param name="State">The sealed memory of the question; comes back with the answer.</param>
public sealed record PasskeyQuestion(string OptionsJson, string State);

/// <param name="CredentialJson">What the browser made of the question.</param>
public sealed record PasskeyAnswer(string CredentialJson, string State);

public sealed record PasskeyOwner(string PersonId, string Email, string Name);
