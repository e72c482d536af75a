using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>
/// A seller's id by what people call it: its address in the marketplace, or its id. Error: seller.not-found.
/// </summary>
[Admin("money")]
public sealed record FindSellerId(string Text) : IQuery<Result<string>>;

internal sealed class FindSellerIdHandler(PlatformDb db) : IQueryHandler<FindSellerId, Result<string>>
{
    public async ValueTask<Result<string>> Handle(FindSellerId query, CancellationToken cancellationToken) =>
        await db.Sellers.AsNoTracking().Where(s => s.Slug == query.Text || s.Id == query.Text).Select(s => s.Id)
            .FirstOrDefaultAsync(cancellationToken) is { } id ? id : SellerErrors.NotFound;
}
