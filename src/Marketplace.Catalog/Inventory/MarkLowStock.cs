using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Inventory;

/// <summary>
/// Says from how few free units on a variant, or everything of the shop, counts as low. Error: <c>stock.no-such-offer</c>.
/// </summary>
/// <param name="OfferId">Null: the whole shop's mark.</param>
/// <param name="Units">Null: no mark of its own; the variant follows the shop, the shop what is usual.</param>
[Seller(SellerPermissions.Stock)]
public sealed record MarkLowStock(string? OfferId, int? Units) : ICommand<Result>, ISellerTransaction;

internal sealed class MarkLowStockValidator : AbstractValidator<MarkLowStock>
{
    public MarkLowStockValidator() => RuleFor(m => m.Units).InclusiveBetween(0, 100_000)
        .WithMessage("A mark lies between 0 and 100,000 units.");
}

internal sealed class MarkLowStockHandler(SellerDb db, ISender sender) : ICommandHandler<MarkLowStock, Result>
{
    public async ValueTask<Result> Handle(MarkLowStock command, CancellationToken cancellationToken)
    {
        if (command.OfferId is { } offer
            && (await sender.Send(new FindOwnVariants([offer]), cancellationToken)).Required().Count == 0)
            return StockErrors.NoSuchOffer;
        var id = command.OfferId ?? LowStockMark.Shop;
        var mark = await db.LowStockMarks.SingleOrDefaultAsync(m => m.TenantId == db.TenantId && m.Id == id, cancellationToken);
        if (command.Units is not { } units)
        {
            if (mark is not null) db.Remove(mark);
            return Result.Success();
        }

        if (mark is not null) mark.Units = units;
        else db.Add(new LowStockMark { TenantId = db.TenantId, Id = id, Units = units });
        return Result.Success();
    }
}
