using System.Security.Cryptography;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>Ten codes a person, each good once: made together, shown once, kept as hashes.</summary>
internal sealed class RecoveryCodes(PlatformDb db, TimeProvider clock)
{
    public const int Count = 10;

    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>Earlier ones are worth nothing from here on.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(string personId, CancellationToken cancellation)
    {
        await DropAsync(personId, cancellation);
        var codes = Enumerable.Range(0, Count).Select(_ => NewCode()).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { PersonId = personId, Hash = HashOf(code) }));
        return codes;
    }

    public Task<int> DropAsync(string personId, CancellationToken cancellation) =>
        db.RecoveryCodes.Where(c => c.PersonId == personId).ExecuteDeleteAsync(cancellation);

    /// <summary>Of two who use it at once, one succeeds.</summary>
    public async Task<bool> UseAsync(string personId, string code, CancellationToken cancellation)
    {
        var (hash, now) = (HashOf(code), clock.GetUtcNow().UtcDateTime);
        return await db.RecoveryCodes.Where(c => c.PersonId == personId && c.Hash == hash && c.UsedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAtUtc, now), cancellation) == 1;
    }

    public Task<int> CountLeftAsync(string personId, CancellationToken cancellation) =>
        db.RecoveryCodes.CountAsync(c => c.PersonId == personId && c.UsedAtUtc == null, cancellation);

    /// <summary>Sixteen of thirty letters: 78 bits.</summary>
    private static string NewCode()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 16);
        return string.Join('-', letters.Chunk(4).Select(four => new string(four)));
    }

    /// <summary>However it was typed: small letters, spaces, no hyphens.</summary>
    private static string HashOf(string code) =>
        OneTimeToken.HashOf(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
}
