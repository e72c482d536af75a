using System.Globalization;
using System.Security.Cryptography;
using FluentValidation;
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
/// Says that a host name is the shop's own; it works after <see cref="ProveDomain"/>. Answers the value to put into
/// the TXT record <c>_marketplace-proof.{host}</c>. Error: domain.too-many.
/// </summary>
[Seller(SellerPermissions.Settings)]
public sealed record ClaimDomain(string Host) : ICommand<Result<string>>, ISellerTransaction;

/// <summary>Gives a host name up; it stops working at once.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record DropDomain(string Host) : ICommand<Result>, IPlatformTransaction;

internal sealed class ClaimDomainValidator : AbstractValidator<ClaimDomain>
{
    public ClaimDomainValidator() => RuleFor(d => d.Host).Must(HostName.IsWellFormed)
        .WithMessage("A domain looks like shop.example.com, without http:// and without a path.");
}

internal sealed class ClaimDomainHandler(SellerDb db, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<ClaimDomain, Result<string>>
{
    private const int Maximum = 5;

    public async ValueTask<Result<string>> Handle(ClaimDomain command, CancellationToken cancellationToken)
    {
        var host = HostName.Canonical(command.Host);
        var mine = await db.SellerDomains.ToListAsync(cancellationToken);
        if (mine.Find(d => d.Host == host) is { } known) return known.ProofToken;
        if (mine.Count >= Maximum) return SellerErrors.TooManyDomains;
        var domain = new SellerDomain
        {
            TenantId = db.TenantId, Host = host, AtUtc = clock.GetUtcNow().UtcDateTime,
            ProofToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)),
        };
        db.SellerDomains.Add(domain);
        audit.Note(db, "domain.claimed", "domain", host.Length > 64 ? host[..64] : host, host);
        return domain.ProofToken;
    }
}

internal sealed class DropDomainHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit, SellerStore store)
    : ICommandHandler<DropDomain, Result>
{
    public async ValueTask<Result> Handle(DropDomain command, CancellationToken cancellationToken)
    {
        var (tenantId, host) = (caller.Caller.TenantId!, command.Host);
        var gone = await db.SellerDomains.Where(d => d.TenantId == tenantId && d.Host == host)
            .ExecuteDeleteAsync(cancellationToken);
        if (gone == 0) return SellerErrors.NoSuchDomain;
        await db.ProvenDomains.Where(d => d.TenantId == tenantId && d.Host == host).ExecuteDeleteAsync(cancellationToken);
        audit.Note(db, "domain.dropped", "domain", host.Length > 64 ? host[..64] : host, host, tenantId);
        store.Forget();
        return Result.Success();
    }
}

internal static class HostName
{
    public static bool IsWellFormed(string? host) => host is { Length: >= 4 and <= 230 } && host.Contains('.')
        && !System.Net.IPAddress.TryParse(host, out _) && Uri.CheckHostName(host) == UriHostNameType.Dns
        && !host.EndsWith('.') && TryAscii(host) is not null;

    /// <summary>Lower case, international names in their ASCII form.</summary>
    public static string Canonical(string host) => TryAscii(host)!;

    private static string? TryAscii(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // No international name either: the caller says so.
            return null;
        }
    }
}
