using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Domains;

/// <summary>
/// Looks for the TXT record of a claimed domain; from then on the shop answers there.
/// Errors: domain.not-found, domain.not-proven, domain.dns-silent, domain.taken.
/// </summary>
[Seller(SellerPermissions.Settings)]
public sealed record ProveDomain(string Host) : ICommand<Result>;

/// <summary>Keeps a proven domain. Error: domain.taken.</summary>
[Internal]
public sealed record KeepProvenDomain(string TenantId, string Host) : ICommand<Result>, IPlatformTransaction;

internal sealed class ProveDomainHandler(SellerDb db, ITextRecords records, ISender sender)
    : ICommandHandler<ProveDomain, Result>
{
    public async ValueTask<Result> Handle(ProveDomain command, CancellationToken cancellationToken)
    {
        var claim = await db.SellerDomains.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Host == command.Host, cancellationToken);
        if (claim is null) return SellerErrors.NoSuchDomain;
        if (await records.FindAsync(SellerDomain.RecordName(claim.Host), cancellationToken) is not { } texts)
            return SellerErrors.DnsSilent;
        return texts.Contains(claim.ProofToken, StringComparer.Ordinal)
            ? await sender.Send(new KeepProvenDomain(claim.TenantId, claim.Host), cancellationToken)
            : SellerErrors.DomainNotProven;
    }
}

internal sealed class KeepProvenDomainHandler(PlatformDb db, AuditTrail audit, SellerStore store, TimeProvider clock)
    : ICommandHandler<KeepProvenDomain, Result>
{
    public async ValueTask<Result> Handle(KeepProvenDomain command, CancellationToken cancellationToken)
    {
        var known = await db.ProvenDomains.SingleOrDefaultAsync(d => d.Host == command.Host, cancellationToken);
        if (known is not null)
            return known.TenantId == command.TenantId ? Result.Success() : SellerErrors.DomainTaken;
        db.ProvenDomains.Add(new ProvenDomain
        {
            Host = command.Host, TenantId = command.TenantId, ProvenAtUtc = clock.GetUtcNow().UtcDateTime,
        });
        audit.Note(
            db, "domain.proven", "domain", command.Host.Length > 64 ? command.Host[..64] : command.Host, command.Host,
            command.TenantId);
        store.Forget();
        return Result.Success();
    }
}

/// <summary>The DNS, asked for TXT records. At most a few seconds; no name server answering is null, no record an empty list.</summary>
public interface ITextRecords
{
    Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellation);
}
