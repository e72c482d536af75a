using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Pricing;

/// <summary>Ends a running sale now, or forgets a planned one. Error: <c>price.no-sale</c>.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record EndSale(string OfferId, string CurrencyCode) : ICommand<Result>, ISellerTransaction;

internal sealed class EndSaleHandler(SellerDb db, ISender sender, EventBuffer events, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<EndSale, Result>
{
    public async ValueTask<Result> Handle(EndSale command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.OfferPrices.SingleOrDefaultAsync(
            p => p.TenantId == db.TenantId && p.OfferId == command.OfferId && p.CurrencyCode == command.CurrencyCode, cancellationToken);
        if (row?.SaleMinor is null) return PriceErrors.NoSale;
        var log = new PriceLog(db, caller.Caller.Actor, clock, []);
        var changed = log.Turn(row, now);
        if (row.IsOnSaleAt(now))
        {
            log.Add(row, row.PriceMinor, now);
            changed = true;
        }

        row.DropSale(now);
        if (!changed) return Result.Success();
        var variants = (await sender.Send(new FindOwnVariants([row.OfferId]), cancellationToken)).Required();
        await PriceNews.TellAsync(
            db, events, [.. variants.Where(v => v.IsShown).Select(v => (db.TenantId, v.ListingId, v.GroupGtin))], clock, cancellationToken);
        return Result.Success();
    }
}
