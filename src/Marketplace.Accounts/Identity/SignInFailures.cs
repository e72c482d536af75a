using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Wrong passwords and wrong codes of one account, counted together. Ten lock it for ten minutes; only a finished
/// sign-in starts the count anew, so that whoever has the password cannot try codes for ever.
/// </summary>
internal sealed class SignInFailures(PlatformDb db, TimeProvider clock)
{
    public const int Maximum = 10;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    public bool MayTry(Person person) => person.DisabledAtUtc is null && !(person.LockoutEnd > clock.GetUtcNow());

    /// <summary>Counted by the database, so that tries at once all count.</summary>
    public Task<int> CountAsync(string personId, CancellationToken cancellation)
    {
        var until = (DateTimeOffset?)(clock.GetUtcNow() + LockedFor);
        return db.People.Where(p => p.Id == personId).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.LockoutEnd, p => p.AccessFailedCount + 1 >= Maximum ? until : p.LockoutEnd)
                .SetProperty(
                    p => p.AccessFailedCount, p => p.AccessFailedCount + 1 >= Maximum ? 0 : p.AccessFailedCount + 1),
            cancellation);
    }

    public Task<int> ForgetAsync(string personId, CancellationToken cancellation) =>
        db.People.Where(p => p.Id == personId)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.AccessFailedCount, 0), cancellation);
}
