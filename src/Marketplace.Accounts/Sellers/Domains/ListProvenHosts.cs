using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Domains;

/// <summary>The hosts at which a seller's shop answers; whose a host is, is the platform's row.</summary>
[Internal]
public sealed record ListProvenHosts(string TenantId) : IQuery<Result<IReadOnlyList<string>>>;

internal sealed class ListProvenHostsHandler(PlatformDb db) : IQueryHandler<ListProvenHosts, Result<IReadOnlyList<string>>>
{
    private const int Most = 20;

    public async ValueTask<Result<IReadOnlyList<string>>> Handle(ListProvenHosts query, CancellationToken cancellationToken) =>
        await db.ProvenDomains.Where(d => d.TenantId == query.TenantId).OrderBy(d => d.Host).Take(Most)
            .Select(d => d.Host).ToListAsync(cancellationToken);
}
