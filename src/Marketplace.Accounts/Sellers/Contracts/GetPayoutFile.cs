using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>What <see cref="SetPayoutAccount"/> kept of a seller. Error: seller.not-found.</summary>
[Internal]
public sealed record GetPayoutFile(string TenantId) : IQuery<Result<PayoutFile>>;

public sealed record PayoutFile(string? AccountId, bool Ready, string RequirementsJson);

internal sealed class GetPayoutFileHandler(PlatformDb db) : IQueryHandler<GetPayoutFile, Result<PayoutFile>>
{
    public async ValueTask<Result<PayoutFile>> Handle(GetPayoutFile query, CancellationToken cancellationToken) =>
        await db.Sellers.AsNoTracking().Where(s => s.Id == query.TenantId)
            .Select(s => new PayoutFile(s.PayoutAccountId, s.PayoutsReady, s.PayoutRequirementsJson))
            .SingleOrDefaultAsync(cancellationToken) is { } file
            ? file
            : SellerErrors.NotFound;
}
