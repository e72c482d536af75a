using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>The seller ships all the same (the parcel is packed, say); the buyer reads why.</summary>
[Seller("orders")]
public sealed record DeclineCancellation(string SellerOrderId, string Reason) : ICommand<Result>, ISellerTransaction;

internal sealed class DeclineCancellationValidator : AbstractValidator<DeclineCancellation>
{
    public DeclineCancellationValidator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why; the buyer reads it.")
        .MaximumLength(500).WithMessage("A reason has at most 500 characters.");
}

internal sealed class DeclineCancellationHandler(SellerDb db, TimeProvider clock, EventBuffer events)
    : ICommandHandler<DeclineCancellation, Result>
{
    public async ValueTask<Result> Handle(DeclineCancellation command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        if (!part.AnswerCancellation()) return FulfilmentErrors.WrongState;
        var (now, reason) = (clock.GetUtcNow().UtcDateTime, command.Reason.Trim());
        db.Add(Timeline.Row(part, OrderEventKind.CancellationDeclined, OrderActor.Seller, now, clock, reason));
        events.Publish(
            new CancellationDeclined(part.OrderId, part.Id, part.TenantId, part.BuyerId, reason, now), part.Id,
            part.Version + 1, part.TenantId, part.BuyerId);
        return Result.Success();
    }
}
