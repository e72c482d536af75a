using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>The seller with this address. Error: seller.not-found.</summary>
[Internal]
public sealed record FindSeller(string Slug) : IQuery<Result<SellerInfo>>;

internal sealed class FindSellerHandler(PlatformDb db) : IQueryHandler<FindSeller, Result<SellerInfo>>
{
    public async ValueTask<Result<SellerInfo>> Handle(FindSeller query, CancellationToken cancellationToken) =>
        await db.Sellers.AsNoTracking().Where(s => s.Slug == query.Slug).Select(GetSellersHandler.Info)
            .SingleOrDefaultAsync(cancellationToken) is { } found
            ? found
            : SellerErrors.NotFound;
}
