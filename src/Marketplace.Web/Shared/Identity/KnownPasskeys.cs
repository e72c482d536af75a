using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Web.Shared.Identity;

/// <summary>The person of a ceremony, for Identity's handler.</summary>
internal sealed record PasskeyHolder(PasskeyOwner Owner);

/// <summary>A store of one person and the passkeys in question; it reads and is never written to.</summary>
internal sealed class KnownPasskeys(PasskeyHolder? holder, IReadOnlyList<UserPasskeyInfo> known)
    : IUserPasskeyStore<PasskeyHolder>
{
    public Task<PasskeyHolder?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(holder?.Owner.PersonId == userId ? holder : null);

    public Task<PasskeyHolder?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(Find(credentialId) is null ? null : holder);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        PasskeyHolder user, byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult(Find(credentialId));

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyHolder user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. known]);

    public Task<string> GetUserIdAsync(PasskeyHolder user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Owner.PersonId);

    public Task<string?> GetUserNameAsync(PasskeyHolder user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Owner.Email);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyHolder user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Owner.Email.ToUpperInvariant());

    public Task<PasskeyHolder?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult<PasskeyHolder?>(null);

    public Task AddOrUpdatePasskeyAsync(PasskeyHolder user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public Task RemovePasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public Task SetUserNameAsync(PasskeyHolder user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(PasskeyHolder user, string? normalizedName, CancellationToken cancellationToken) =>
        throw ReadOnly();

    public Task<IdentityResult> CreateAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose()
    {
    }

    private UserPasskeyInfo? Find(byte[] credentialId) => known.FirstOrDefault(k => k.CredentialId.AsSpan().SequenceEqual(credentialId));

    private static NotSupportedException ReadOnly() => new("Passkeys are kept by the messages of Accounts.");
}
