using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Privacy;

/// <summary>
/// Orders lose who and where, and keep what the books need: number, goods, amounts, dates, country and state. Basket,
/// addresses and saved things go. A repeat changes nothing.
/// </summary>
[Internal]
public sealed record ForgetBuyer(string PersonId, string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ForgetBuyerHandler(PlatformDb db, ISender sender) : ICommandHandler<ForgetBuyer, Result>
{
    public async ValueTask<Result> Handle(ForgetBuyer command, CancellationToken cancellation)
    {
        var (person, buyer) = (command.PersonId, command.BuyerId);
        await db.SavedOrderViews.Where(v => v.PersonId == person).ExecuteDeleteAsync(cancellation);
        await db.CartShippings.Where(s => s.BuyerId == buyer).ExecuteDeleteAsync(cancellation);
        await db.CartLines.Where(l => l.BuyerId == buyer).ExecuteDeleteAsync(cancellation);
        await db.BuyerCarts.Where(c => c.BuyerId == buyer).ExecuteDeleteAsync(cancellation);
        await db.SavedAddresses.Where(a => a.BuyerId == buyer).ExecuteDeleteAsync(cancellation);
        await db.SavedItems.Where(i => i.BuyerId == buyer).ExecuteDeleteAsync(cancellation);
        foreach (var id in await db.Orders.Where(o => o.BuyerId == buyer).Select(o => o.Id).ToListAsync(cancellation))
        {
            // A key of its own for each, so that old links open nothing.
            var key = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
            await db.Orders.Where(o => o.Id == id).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.Email, Erased.Email).SetProperty(o => o.Phone, (string?)null)
                    .SetProperty(o => o.LinkKey, key).SetProperty(o => o.ShipTo.Name, Erased.Name)
                    .SetProperty(o => o.ShipTo.Line1, "").SetProperty(o => o.ShipTo.Line2, (string?)null)
                    .SetProperty(o => o.ShipTo.Company, (string?)null).SetProperty(o => o.ShipTo.Postcode, "")
                    .SetProperty(o => o.ShipTo.City, ""), cancellation);
        }

        await db.SellerOrders.Where(p => p.BuyerId == buyer).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.BuyerName, Erased.Name).SetProperty(p => p.Phone, (string?)null)
                .SetProperty(p => p.CancellationReason, (string?)null).SetProperty(p => p.ShipTo.Name, Erased.Name)
                .SetProperty(p => p.ShipTo.Line1, "").SetProperty(p => p.ShipTo.Line2, (string?)null)
                .SetProperty(p => p.ShipTo.Company, (string?)null).SetProperty(p => p.ShipTo.Postcode, "")
                .SetProperty(p => p.ShipTo.City, ""), cancellation);
        await db.OrderEvents.Where(e => e.BuyerId == buyer && e.Actor == OrderActor.Buyer)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.Detail, (string?)null), cancellation);
        // A mail about an order may have been written since the account was deleted.
        return await sender.Send(new WipeMails(null, buyer, []), cancellation);
    }
}

internal sealed class OnPersonDeleted : IConsume<PersonDeleted>
{
    public IEnumerable<ICommand<Result>> On(PersonDeleted happened) => [new ForgetBuyer(happened.PersonId, happened.BuyerId)];
}
