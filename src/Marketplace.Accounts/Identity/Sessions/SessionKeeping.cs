using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Sessions;

/// <summary>Ends a person's sessions by another security stamp, all or all but one.</summary>
internal sealed class SessionKeeping(PlatformDb db, TimeProvider clock)
{
    /// <summary>Its person's row is saved by the pipeline; the session that stays is told the new stamp.</summary>
    /// <param name="sessionId">Null ends all.</param>
    /// <param name="secondFactor">What the session that stays counts as; null leaves it.</param>
    public async Task KeepOnlyAsync(
        Person person, string? sessionId, bool? secondFactor, CancellationToken cancellation)
    {
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        await FollowAsync(person, sessionId, secondFactor, cancellation);
    }

    /// <summary>The same, where the stamp has been changed already.</summary>
    public async Task FollowAsync(Person person, string? sessionId, bool? secondFactor, CancellationToken cancellation)
    {
        var (stamp, now) = (person.SecurityStamp!, clock.GetUtcNow().UtcDateTime);
        var own = db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAtUtc == null);
        await own.Where(s => s.Id != sessionId)
            .ExecuteUpdateAsync(s => s.SetProperty(one => one.EndedAtUtc, now), cancellation);
        await own.Where(s => s.Id == sessionId).ExecuteUpdateAsync(
            s => s.SetProperty(one => one.Stamp, stamp)
                .SetProperty(one => one.SecondFactor, one => secondFactor ?? one.SecondFactor), cancellation);
    }
}
