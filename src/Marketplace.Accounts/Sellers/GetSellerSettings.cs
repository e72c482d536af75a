using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Domains;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers;

/// <summary>The current seller's own profile, terms and domains, for its settings pages.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record GetSellerSettings : IQuery<Result<SellerSettings>>;

/// <param name="Terms">The seller terms in force; null while the platform has none.</param>
/// <param name="TermsAccepted">Whether exactly these were accepted.</param>
public sealed record SellerSettings(
    SellerProfile Profile, LegalText? Terms, bool TermsAccepted, IReadOnlyList<ClaimedDomain> Domains);

/// <param name="RecordName">The TXT record that proves it, with <paramref name="RecordValue"/> in it.</param>
/// <param name="IsProven">The shop answers there.</param>
public sealed record ClaimedDomain(string Host, string RecordName, string RecordValue, DateTime AtUtc, bool IsProven);

internal sealed class GetSellerSettingsHandler(SellerDb db, ISender sender)
    : IQueryHandler<GetSellerSettings, Result<SellerSettings>>
{
    public async ValueTask<Result<SellerSettings>> Handle(GetSellerSettings query, CancellationToken cancellationToken)
    {
        var profile = await db.SellerProfiles.AsNoTracking()
            .SingleAsync(p => p.TenantId == db.TenantId, cancellationToken);
        var terms = (await sender.Send(new GetLegalText(LegalTextKind.SellerTerms), cancellationToken)).Value;
        var accepted = terms is not null
            && await db.TermsAcceptances.AnyAsync(t => t.TermsVersion == terms.TextVersion, cancellationToken);
        var domains = await db.SellerDomains.AsNoTracking().OrderBy(d => d.Host).Take(20).ToListAsync(cancellationToken);
        var proven = domains.Count == 0 ? [] : (await sender.Send(new ListProvenHosts(db.TenantId), cancellationToken)).Required();
        return new SellerSettings(
            profile, terms, accepted,
            [.. domains.Select(d => new ClaimedDomain(
                d.Host, SellerDomain.RecordName(d.Host), d.ProofToken, d.AtUtc, proven.Contains(d.Host)))]);
    }
}
