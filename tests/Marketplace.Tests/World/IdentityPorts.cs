using System.Text;
using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Tests.World;

/// <summary>Turns a secret round, so that a test sees whether it was sealed at all.</summary>
internal sealed class PlainSeal : ISecretSeal
{
    private const string Mark = "sealed:";

    public string Close(string secret) => Mark + new string([.. secret.Reverse()]);

    public string? Open(string sealedSecret) =>
        sealedSecret.StartsWith(Mark, StringComparison.Ordinal) ? new string([.. sealedSecret[Mark.Length..].Reverse()]) : null;
}

/// <summary>
/// Passkeys without cryptography: an answer is the passkey's name, and is right while the question names its person. The
/// true ceremonies are tested in a browser.
/// </summary>
internal sealed class MadeUpPasskeys : IPasskeys
{
    private int _asked;

    public static PasskeyAnswer Answer(PasskeyQuestion question, string passkey) => new(passkey, question.State);

    public Task<PasskeyQuestion> AskNewAsync(PasskeyOwner owner, IReadOnlyList<UserPasskeyInfo> known) => Ask(owner.PersonId);

    public Task<PasskeyQuestion> AskAsync(PasskeyOwner? owner, IReadOnlyList<UserPasskeyInfo> known) =>
        Ask(owner?.PersonId ?? "anybody");

    public byte[]? ClaimedId(PasskeyAnswer answer) =>
        answer.CredentialJson.Length == 0 ? null : Encoding.UTF8.GetBytes(answer.CredentialJson);

    public Task<UserPasskeyInfo?> ReadNewAsync(PasskeyAnswer answer, PasskeyOwner owner) =>
        Task.FromResult(IsFor(answer, owner) ? Info(answer.CredentialJson, 0) : null);

    public Task<UserPasskeyInfo?> ReadAsync(PasskeyAnswer answer, PasskeyOwner owner, UserPasskeyInfo claimed) =>
        Task.FromResult(
            IsFor(answer, owner) || answer.State.StartsWith("anybody/", StringComparison.Ordinal)
                ? Info(answer.CredentialJson, claimed.SignCount + 1) : null);

    private static bool IsFor(PasskeyAnswer answer, PasskeyOwner owner) =>
        answer.State.StartsWith(owner.PersonId + "/", StringComparison.Ordinal);

    private Task<PasskeyQuestion> Ask(string whom) =>
        Task.FromResult(new PasskeyQuestion("{}", $"{whom}/{Interlocked.Increment(ref _asked)}"));

    private static UserPasskeyInfo Info(string id, uint uses) => new(
        Encoding.UTF8.GetBytes(id), [1], TestHost.Start, uses, ["internal"], isUserVerified: true, isBackupEligible: false,
        isBackedUp: false, [2], [3]);
}
