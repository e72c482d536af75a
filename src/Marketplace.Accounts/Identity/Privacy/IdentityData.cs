using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Privacy;

/// <summary>The account itself. What only guards it (hashes, secrets) is left out.</summary>
internal sealed class IdentityData(PlatformDb db) : IPersonalData
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var person = subject.PersonId;
        return
        [
            DataSheet.Of("Account", ["People"], await db.People.Where(p => p.Id == person).Select(p => new
            {
                p.Name, p.Email, p.Locale, p.JoinedAtUtc, p.LastSeenAtUtc, HasAuthenticatorApp = p.TotpSecret != null, p.AdminRole,
            }).ToListAsync(cancellation)),
            DataSheet.Of("Devices", ["Sessions"], await db.Sessions.Where(s => s.PersonId == person)
                .OrderBy(s => s.StartedAtUtc).Take(DataSheet.Most)
                .Select(s => new { s.Device, s.Network, s.StartedAtUtc, s.SeenAtUtc, s.EndedAtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Shops you work for", ["Memberships"], await db.Memberships.Where(m => m.PersonId == person)
                .Select(m => new { m.TenantId, m.Role, m.SinceUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Copies of your data", ["DataExports"], await db.DataExports.Where(e => e.PersonId == person)
                .Select(e => new { e.RequestedAtUtc, e.State, e.UntilUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Wish to be deleted", ["AccountDeletions"], await db.AccountDeletions.Where(d => d.PersonId == person)
                .Select(d => new { d.RequestedAtUtc, d.DueAtUtc }).ToListAsync(cancellation)),
        ];
    }
}
