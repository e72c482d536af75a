using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>The shops in whose teams the signed-in person is, by name.</summary>
[Person]
public sealed record ListMyShops : IQuery<Result<IReadOnlyList<MyShop>>>;

public sealed record MyShop(string Slug, string Name, SellerState State);

internal sealed class ListMyShopsHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListMyShops, Result<IReadOnlyList<MyShop>>>
{
    private const int Most = 50;

    public async ValueTask<Result<IReadOnlyList<MyShop>>> Handle(ListMyShops query, CancellationToken cancellationToken)
    {
        var (personId, memberships) = (caller.Caller.PersonId, db.Memberships);
        var shops = await db.Sellers.AsNoTracking()
            .Where(s => memberships.Any(m => m.PersonId == personId && m.TenantId == s.Id))
            .OrderBy(s => s.Name).Take(Most).Select(s => new MyShop(s.Slug, s.Name, s.State)).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<MyShop>>.Success(shops);
    }
}
