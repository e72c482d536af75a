using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
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

public sealed record MyShop(string Slug, string Name, bool IsOpen);

internal sealed class ListMyShopsHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : IQueryHandler<ListMyShops, Result<IReadOnlyList<MyShop>>>
{
    private const int Most = 50;

    public async ValueTask<Result<IReadOnlyList<MyShop>>> Handle(ListMyShops query, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId;
        var tenants = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId)
            .OrderBy(m => m.TenantId).Take(Most).Select(m => m.TenantId).ToListAsync(cancellationToken);
        var sellers = await sender.Send(new GetSellers(tenants), cancellationToken);
        if (!sellers.Ok) return sellers.Error;
        return Result<IReadOnlyList<MyShop>>.Success(
            [.. sellers.Value.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new MyShop(s.Slug, s.Name, s.IsOpen))]);
    }
}
