using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.AddressBook;

/// <summary>Makes one of the own addresses the default. Error: <c>address.not-found</c>.</summary>
[Person]
public sealed record PreferAddress(string AddressId) : ICommand<Result>, IPlatformTransaction;

/// <summary>Takes an address out of the book; orders keep theirs. Error: <c>address.not-found</c>.</summary>
[Person]
public sealed record RemoveAddress(string AddressId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ChangeAddressBookHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<PreferAddress, Result>, ICommandHandler<RemoveAddress, Result>
{
    public async ValueTask<Result> Handle(PreferAddress command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await Own(command.AddressId)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.PreferredAtUtc, now), cancellation);
        return found == 0 ? AddressErrors.NotFound : Result.Success();
    }

    public async ValueTask<Result> Handle(RemoveAddress command, CancellationToken cancellation) =>
        await Own(command.AddressId).ExecuteDeleteAsync(cancellation) == 0 ? AddressErrors.NotFound : Result.Success();

    private IQueryable<SavedAddress> Own(string addressId)
    {
        var buyerId = caller.Caller.BuyerId;
        return db.SavedAddresses.Where(a => a.BuyerId == buyerId && a.Id == addressId);
    }
}
