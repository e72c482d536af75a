using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>Terms that a person agreed to for a shop; kept as the shop's proof when the person goes.</summary>
internal sealed class SellersData(PlatformDb db) : IPersonalData
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var person = subject.PersonId;
        return
        [
            DataSheet.Of("Seller terms you agreed to", ["TermsAcceptances"], await db.Set<TermsAcceptance>()
                .Where(t => t.PersonId == person).Select(t => new { t.TenantId, t.TermsVersion, t.AtUtc }).ToListAsync(cancellation)),
        ];
    }
}
