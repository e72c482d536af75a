using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.AddressBook;

/// <summary>The caller's own addresses; the first is the default.</summary>
[Person]
public sealed record ListMyAddresses : IQuery<Result<IReadOnlyList<MyAddress>>>;

public sealed record MyAddress(string AddressId, Address Address, string? Phone, bool IsDefault);

internal sealed class ListMyAddressesHandler(PlatformDb db, CallerAccessor caller)
    : IQueryHandler<ListMyAddresses, Result<IReadOnlyList<MyAddress>>>
{
    public async ValueTask<Result<IReadOnlyList<MyAddress>>> Handle(ListMyAddresses query, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId;
        var rows = await db.SavedAddresses.AsNoTracking().Where(a => a.BuyerId == buyerId)
            .OrderByDescending(a => a.PreferredAtUtc).ThenByDescending(a => a.Id).Take(SavedAddress.Most)
            .ToListAsync(cancellation);
        return Result<IReadOnlyList<MyAddress>>.Success(
            [.. rows.Select((a, i) => new MyAddress(a.Id, a.Address, a.Phone, i == 0))]);
    }
}
