using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

public sealed record LocationRow(string Id, string Name, string City, string Country, bool IsClosed);

public sealed record StockCell(string LocationId, int OnHand, int Reserved)
{
    public int Free => OnHand - Reserved;
}

public sealed record StockRow(
    string OfferId, string ListingId, string Title, string OptionsText, string Sku, string? PictureRef, int LowAt,
    IReadOnlyList<StockCell> Cells)
{
    public bool IsLow => Free <= LowAt;

    public int OnHand => Cells.Sum(c => c.OnHand);

    public int Reserved => Cells.Sum(c => c.Reserved);

    public int Free => OnHand - Reserved;
}

/// <summary>What the seller has, by variant and location, the scarcest first; a page at a time.</summary>
/// <param name="LowOnly">Only those with no more free units than their mark, or the shop's (<see cref="LowStockMark"/>).</param>
[Seller(SellerPermissions.Stock)]
public sealed record ListStock(string? Search = null, bool LowOnly = false, int Page = 1) : IQuery<Result<StockPage>>
{
    public const int PageSize = 50;
}

/// <param name="LowAt">The shop's own mark; null: the usual one.</param>
public sealed record StockPage(
    IReadOnlyList<StockRow> Rows, IReadOnlyList<LocationRow> Locations, int Total, int Low, int? LowAt);

internal sealed class ListStockHandler(SellerDb db, ISender sender) : IQueryHandler<ListStock, Result<StockPage>>
{
    public async ValueTask<Result<StockPage>> Handle(ListStock query, CancellationToken cancellationToken)
    {
        var locations = await db.StockLocations.AsNoTracking().OrderBy(l => l.Sort).ThenBy(l => l.Id)
            .Select(l => new LocationRow(l.Id, l.Name, l.City, l.Country, l.IsClosed)).ToListAsync(cancellationToken);
        var variants = (await sender.Send(new ReadOwnVariants(query.Search), cancellationToken)).Required();
        var cells = (await db.OfferStocks.AsNoTracking().Where(s => s.TenantId == db.TenantId)
            .Select(s => new { s.OfferId, s.LocationId, s.OnHand, s.Reserved }).ToListAsync(cancellationToken))
            .ToLookup(s => s.OfferId, s => new StockCell(s.LocationId, s.OnHand, s.Reserved), StringComparer.Ordinal);
        var marks = await db.LowStockMarks.AsNoTracking().Where(m => m.TenantId == db.TenantId)
            .ToDictionaryAsync(m => m.Id, m => m.Units, cancellationToken);
        var usual = marks.GetValueOrDefault(LowStockMark.Shop, LowStockMark.Usual);
        var rows = variants.Select(v => new StockRow(
                v.OfferId, v.ListingId, v.Title, v.OptionsText, v.Sku, v.PictureRef, marks.GetValueOrDefault(v.OfferId, usual),
                [.. cells[v.OfferId]]))
            .OrderBy(r => r.Free).ThenBy(r => r.Title, StringComparer.Ordinal).ThenBy(r => r.Sku, StringComparer.Ordinal)
            .ToList();
        var low = rows.Count(r => r.IsLow);
        var shown = query.LowOnly ? rows.Where(r => r.IsLow).ToList() : rows;
        var skip = (Math.Max(1, query.Page) - 1) * ListStock.PageSize;
        return new StockPage([.. shown.Skip(skip).Take(ListStock.PageSize)], locations, shown.Count, low,
            marks.TryGetValue(LowStockMark.Shop, out var own) ? own : null);
    }
}

/// <summary>The last changes of one variant, with what orders hold of it now. Error: <c>stock.no-such-offer</c>.</summary>
[Seller(SellerPermissions.Stock)]
public sealed record GetStockHistory(string OfferId) : IQuery<Result<StockHistory>>;

public sealed record MovementRow(
    string LocationId, MovementKind Kind, int Quantity, string Note, DateTime AtUtc, string Actor);

/// <param name="LowAt">The variant's own mark; null: it follows the shop's.</param>
public sealed record StockHistory(
    OwnVariantRow Variant, IReadOnlyList<LocationRow> Locations, IReadOnlyList<StockCell> Cells, IReadOnlyList<MovementRow> Movements,
    int? LowAt, int ShopLowAt);

internal sealed class GetStockHistoryHandler(SellerDb db, ISender sender)
    : IQueryHandler<GetStockHistory, Result<StockHistory>>
{
    public async ValueTask<Result<StockHistory>> Handle(GetStockHistory query, CancellationToken cancellationToken)
    {
        if ((await sender.Send(new ReadOwnVariants(null, query.OfferId), cancellationToken)).Required() is not [var variant])
            return StockErrors.NoSuchOffer;
        var cells = await db.OfferStocks.AsNoTracking()
            .Where(s => s.TenantId == db.TenantId && s.OfferId == query.OfferId).OrderBy(s => s.LocationId)
            .Select(s => new StockCell(s.LocationId, s.OnHand, s.Reserved)).ToListAsync(cancellationToken);
        var movements = await db.StockMovements.AsNoTracking().Where(m => m.OfferId == query.OfferId)
            .OrderByDescending(m => m.AtUtc).ThenByDescending(m => m.Id).Take(100)
            .Select(m => new MovementRow(m.LocationId, m.Kind, m.Quantity, m.Note, m.AtUtc, m.Actor))
            .ToListAsync(cancellationToken);
        var marks = await db.LowStockMarks.AsNoTracking()
            .Where(m => m.TenantId == db.TenantId && (m.Id == query.OfferId || m.Id == LowStockMark.Shop))
            .ToDictionaryAsync(m => m.Id, m => m.Units, cancellationToken);
        var locations = await db.StockLocations.AsNoTracking().Where(l => l.TenantId == db.TenantId)
            .OrderBy(l => l.Sort).ThenBy(l => l.Id)
            .Select(l => new LocationRow(l.Id, l.Name, l.City, l.Country, l.IsClosed)).ToListAsync(cancellationToken);
        return new StockHistory(
            variant, locations, cells, movements, marks.TryGetValue(query.OfferId, out var own) ? own : null,
            marks.GetValueOrDefault(LowStockMark.Shop, LowStockMark.Usual));
    }
}
