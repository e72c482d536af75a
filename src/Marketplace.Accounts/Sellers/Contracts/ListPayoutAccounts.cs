using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>Sellers that have an account at the processor, by their ids, a page at a time.</summary>
/// <param name="AfterTenantId">The last one of the page before.</param>
[Internal]
public sealed record ListPayoutAccounts(string? AfterTenantId) : IQuery<Result<IReadOnlyList<SellerAccount>>>
{
    public const int PageSize = 200;
}

public sealed record SellerAccount(string TenantId, string AccountId);

internal sealed class ListPayoutAccountsHandler(PlatformDb db)
    : IQueryHandler<ListPayoutAccounts, Result<IReadOnlyList<SellerAccount>>>
{
    public async ValueTask<Result<IReadOnlyList<SellerAccount>>> Handle(
        ListPayoutAccounts query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<SellerAccount>>.Success(await db.Sellers.AsNoTracking()
            .Where(s => s.PayoutAccountId != null && (query.AfterTenantId == null || s.Id.CompareTo(query.AfterTenantId) > 0))
            .OrderBy(s => s.Id).Take(ListPayoutAccounts.PageSize)
            .Select(s => new SellerAccount(s.Id, s.PayoutAccountId!)).ToListAsync(cancellationToken));
}
