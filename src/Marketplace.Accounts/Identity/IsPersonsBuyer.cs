using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>Whether a buyer has an account. What belongs to one is never claimed by another; a guest's may be.</summary>
[Internal]
public sealed record IsPersonsBuyer(string BuyerId) : IQuery<Result<bool>>;

internal sealed class IsPersonsBuyerHandler(PlatformDb db) : IQueryHandler<IsPersonsBuyer, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(IsPersonsBuyer query, CancellationToken cancellationToken) =>
        await db.People.AnyAsync(p => p.BuyerId == query.BuyerId, cancellationToken);
}
