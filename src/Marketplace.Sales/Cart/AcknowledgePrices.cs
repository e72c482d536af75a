using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>The buyer has read that prices changed: today's are the ones seen from now on.</summary>
[Buyer]
public sealed record AcknowledgePrices(string CurrencyCode) : ICommand<Result>, IPlatformTransaction;

internal sealed class AcknowledgePricesHandler(PlatformDb db, CallerAccessor caller, ISender sender, TimeProvider clock)
    : ICommandHandler<AcknowledgePrices, Result>
{
    public async ValueTask<Result> Handle(AcknowledgePrices command, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId!;
        await CartLock.TakeAsync(db, buyerId, clock.GetUtcNow().UtcDateTime, cancellation);
        var lines = await db.CartLines.Where(l => l.BuyerId == buyerId).ToListAsync(cancellation);
        var offers = await sender.Send(new GetOffers([.. lines.Select(l => l.OfferId)], command.CurrencyCode), cancellation);
        if (!offers.Ok) return offers.Error;
        foreach (var line in lines)
        {
            if (offers.Value.FirstOrDefault(o => o.OfferId == line.OfferId)?.UnitPriceMinor is not { } price) continue;
            (line.SeenPriceMinor, line.SeenCurrencyCode) = (price, command.CurrencyCode);
        }

        return Result.Success();
    }
}
