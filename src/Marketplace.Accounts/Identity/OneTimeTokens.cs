using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>Issues and takes the links of mails: 256 bits, one use, an end.</summary>
internal sealed class OneTimeTokens(PlatformDb db, TimeProvider clock)
{
    public string Issue(string personId, TokenPurpose purpose, TimeSpan life, string? email = null)
    {
        var secret = OneTimeToken.NewSecret();
        db.OneTimeTokens.Add(new OneTimeToken
        {
            Hash = OneTimeToken.HashOf(secret), Purpose = purpose, PersonId = personId,
            UntilUtc = clock.GetUtcNow().UtcDateTime + life, Email = email,
        });
        return secret;
    }

    /// <summary>
    /// Whose token it is; null when it is unknown, used, too old, for something else, or its account is closed. Of two who
    /// use it at once, one gets it; a failure of the running message gives it back.
    /// </summary>
    public async Task<string?> UseAsync(string secret, TokenPurpose purpose, CancellationToken cancellation)
    {
        var (hash, now) = (OneTimeToken.HashOf(secret), clock.GetUtcNow().UtcDateTime);
        var (one, people) = (db.OneTimeTokens.Where(t => t.Hash == hash), db.People);
        var used = await one.Where(t => t.Purpose == purpose && t.UsedAtUtc == null && t.UntilUtc > now
                && people.Any(p => p.Id == t.PersonId && p.DisabledAtUtc == null))
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAtUtc, now), cancellation);
        return used == 0 ? null : await one.Select(t => t.PersonId).SingleAsync(cancellation);
    }

    public Task<int> CountOpenAsync(string personId, TokenPurpose purpose, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.OneTimeTokens.CountAsync(
            t => t.PersonId == personId && t.Purpose == purpose && t.UsedAtUtc == null && t.UntilUtc > now, cancellation);
    }

    /// <summary>After one was used the others of its kind are worth nothing.</summary>
    public Task EndOthersAsync(string personId, TokenPurpose purpose, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.OneTimeTokens.Where(t => t.PersonId == personId && t.Purpose == purpose && t.UsedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAtUtc, now), cancellation);
    }
}
