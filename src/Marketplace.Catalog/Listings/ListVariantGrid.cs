using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings;

/// <summary>The seller's variants as rows of one big form, a hundred a page, by their listings' titles.</summary>
/// <param name="State">Null: all that are not archived.</param>
/// <param name="Search">In titles and SKUs.</param>
[Seller(SellerPermissions.Listings)]
public sealed record ListVariantGrid(ListingState? State = null, string? Search = null, int Page = 1) : IQuery<Result<VariantGrid>>
{
    public const int PageSize = 100;
}

public sealed record VariantGrid(IReadOnlyList<GridRow> Rows, int Total)
{
    public int Pages => Math.Max(1, (Total + ListVariantGrid.PageSize - 1) / ListVariantGrid.PageSize);
}

public sealed record GridRow(
    string OfferId, string ListingId, string Title, string OptionsText, string Sku, string? PictureRef, ListingState State,
    string? CategoryId, IReadOnlyList<GridPrice> Prices, IReadOnlyList<StockDraft> Stock);

/// <param name="SaleMinor">What buyers pay now, while a sale runs.</param>
public sealed record GridPrice(string CurrencyCode, long PriceMinor, long? SaleMinor);

internal sealed class ListVariantGridHandler(SellerDb db, TimeProvider clock) : IQueryHandler<ListVariantGrid, Result<VariantGrid>>
{
    public async ValueTask<Result<VariantGrid>> Handle(ListVariantGrid query, CancellationToken cancellationToken)
    {
        var wanted = (query.Search ?? "").Trim().ToLowerInvariant();
        if (wanted.Length > 100) wanted = wanted[..100];
        var state = query.State;
        var rows = from v in db.ListingVariants.AsNoTracking()
                   join l in db.Listings on new { v.TenantId, Id = v.ListingId } equals new { l.TenantId, l.Id }
                   where (state == null ? l.State != ListingState.Archived : l.State == state)
                       && (wanted == "" || l.Title.ToLower().Contains(wanted) || v.Sku.ToLower().Contains(wanted))
                   orderby l.Title, l.Id, v.Position
                   select new { v.Id, v.ListingId, l.Title, v.OptionValues, v.Sku, v.PictureRef, l.Pictures, l.State, l.CategoryId };
        var total = await rows.CountAsync(cancellationToken);
        var skip = (Math.Clamp(query.Page, 1, 1 + total / ListVariantGrid.PageSize) - 1) * ListVariantGrid.PageSize;
        var page = await rows.Skip(skip).Take(ListVariantGrid.PageSize).ToListAsync(cancellationToken);

        var (ids, now) = (page.ConvertAll(r => r.Id), clock.GetUtcNow().UtcDateTime);
        var prices = (await db.OfferPrices.AsNoTracking().Where(p => p.TenantId == db.TenantId && ids.Contains(p.OfferId))
            .ToListAsync(cancellationToken)).ToLookup(p => p.OfferId, StringComparer.Ordinal);
        var stock = (await db.OfferStocks.AsNoTracking().Where(s => s.TenantId == db.TenantId && ids.Contains(s.OfferId))
            .ToListAsync(cancellationToken)).ToLookup(s => s.OfferId, StringComparer.Ordinal);
        return new VariantGrid([.. page.Select(r => new GridRow(
            r.Id, r.ListingId, r.Title, string.Join(" / ", r.OptionValues), r.Sku, r.PictureRef ?? r.Pictures.FirstOrDefault()?.Ref,
            r.State, r.CategoryId,
            [.. prices[r.Id].Select(p => new GridPrice(p.CurrencyCode, p.PriceMinor, p.IsOnSaleAt(now) ? p.SaleMinor : null))],
            [.. stock[r.Id].Select(s => new StockDraft(s.LocationId, s.OnHand, s.OnHand))]))], total);
    }
}
