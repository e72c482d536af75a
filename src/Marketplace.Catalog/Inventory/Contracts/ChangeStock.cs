using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Catalog.Inventory.Contracts;

public enum StockReason
{
    Counted,
    Received,
    Corrected,
    Damaged,
    /// <summary>Stolen, or not to be found.</summary>
    Lost,
    /// <summary>Came back outside an order of this platform.</summary>
    Returned,
    /// <summary>What the note says.</summary>
    Other,
}

/// <param name="LocationId">Null: the seller's first open location, made when there is none.</param>
/// <param name="Quantity">The difference, of either sign.</param>
public sealed record StockChange(string OfferId, string? LocationId, int Quantity);

/// <summary>
/// Adds units to the stock or takes free ones from it, all changes or none, each with its movement. Errors:
/// <c>stock.no-such-offer</c>, <c>stock.no-such-location</c>, <c>stock.closed-location</c>, <c>stock.too-few</c>.
/// </summary>
[Seller(SellerPermissions.Stock)]
public sealed record ChangeStock(
    IReadOnlyList<StockChange> Changes, StockReason Reason, string Note, string? IdempotencyKey = null)
    : ICommand<Result>, ISellerTransaction, IIdempotent;

internal sealed class ChangeStockValidator : AbstractValidator<ChangeStock>
{
    public ChangeStockValidator()
    {
        RuleFor(m => m.Changes).NotEmpty().Must(c => c.Count <= 1000).WithMessage("At most 1,000 changes at once.");
        RuleForEach(m => m.Changes).Must(c => c.Quantity is not 0 and >= -1_000_000 and <= 1_000_000)
            .WithMessage("A change lies between -1,000,000 and 1,000,000, and is not 0.");
        RuleFor(m => m.Note).MaximumLength(200);
        RuleFor(m => m.Reason).IsInEnum().WithMessage("Choose a reason from the list.");
        RuleFor(m => m.Note).NotEmpty().When(m => m.Reason == StockReason.Other).WithMessage("Say in the note why the stock changes.");
    }
}

/// <summary>
/// Moves free units from one location to another. Errors: <c>stock.no-such-offer</c>, <c>stock.no-such-location</c>,
/// <c>stock.closed-location</c>, <c>stock.too-few</c>.
/// </summary>
[Seller(SellerPermissions.Stock)]
public sealed record TransferStock(string OfferId, string FromId, string ToId, int Quantity, string Note)
    : ICommand<Result>, ISellerTransaction;

internal sealed class TransferStockValidator : AbstractValidator<TransferStock>
{
    public TransferStockValidator()
    {
        RuleFor(m => m.Quantity).InclusiveBetween(1, 1_000_000);
        RuleFor(m => m.ToId).NotEqual(m => m.FromId).WithMessage("Choose another location to move to.");
        RuleFor(m => m.Note).MaximumLength(200);
    }
}
