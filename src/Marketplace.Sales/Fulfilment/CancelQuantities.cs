using FluentValidation;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>
/// The seller will not ship these pieces (all that is open when none is named): they are paid back and, unless it is
/// the seller's stock that failed, on sale again.
/// </summary>
[Seller("orders")]
public sealed record CancelQuantities(
    string SellerOrderId, IReadOnlyList<LineQuantity> Lines, string Reason, string? IdempotencyKey = null)
    : ICommand<Result>, ISellerTransaction, IIdempotent;

internal sealed class CancelQuantitiesValidator : AbstractValidator<CancelQuantities>
{
    public CancelQuantitiesValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why; the buyer reads it.")
            .MaximumLength(500).WithMessage("A reason has at most 500 characters.");
        RuleFor(c => c.Lines).Must(l => l.Count <= 80).WithMessage("Choose the items to cancel.");
    }
}

internal sealed class CancelQuantitiesHandler(SellerDb db, TimeProvider clock, EventBuffer events, ISettings settings)
    : ICommandHandler<CancelQuantities, Result>
{
    public async ValueTask<Result> Handle(CancelQuantities command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        if (!part.IsOpen) return FulfilmentErrors.WrongState;
        var lines = await PartLock.LinesAsync(db, part, cancellation);
        var grace = TimeSpan.FromDays((await settings.GetAsync(cancellation)).TransitGraceDays);
        return Cancellation.Apply(
            new CancellationCase(db, part, lines, OrderActor.Seller, command.Reason.Trim(), grace), command.Lines, clock, events)
            ? Result.Success()
            : FulfilmentErrors.WrongQuantity;
    }
}
