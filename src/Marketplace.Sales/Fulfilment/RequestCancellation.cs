using FluentValidation;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>
/// The buyer does not want a part any more. While the seller has not accepted it, it is cancelled at once; afterwards
/// the seller is asked; what it does not answer in time is cancelled. Answers whether it is cancelled already.
/// </summary>
[Buyer]
public sealed record RequestCancellation(string SellerOrderId, string Reason) : ICommand<Result<bool>>, IBuyerTransaction;

internal sealed class RequestCancellationValidator : AbstractValidator<RequestCancellation>
{
    public RequestCancellationValidator() => RuleFor(c => c.Reason).MaximumLength(500)
        .WithMessage("A reason has at most 500 characters.");
}

internal sealed class RequestCancellationHandler(BuyerDb db, TimeProvider clock, EventBuffer events, ISettings settings)
    : ICommandHandler<RequestCancellation, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(RequestCancellation command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        var now = clock.GetUtcNow().UtcDateTime;
        var reason = command.Reason.Trim();
        var times = await settings.GetAsync(cancellation);
        if (part.State == FulfilmentState.Placed)
        {
            var lines = await PartLock.LinesAsync(db, part, cancellation);
            var grace = TimeSpan.FromDays(times.TransitGraceDays);
            return Cancellation.Apply(
                new CancellationCase(db, part, lines, OrderActor.Buyer, reason, grace), [], clock, events);
        }

        if (!part.AskCancellation(reason, now, TimeSpan.FromHours(times.AcceptHours))) return FulfilmentErrors.WrongState;
        db.Add(Timeline.Row(part, OrderEventKind.CancellationRequested, OrderActor.Buyer, now, clock, reason));
        events.Publish(
            new CancellationRequested(part.OrderId, part.Id, part.TenantId, part.BuyerId, reason, now), part.Id,
            part.Version + 1, part.TenantId, part.BuyerId);
        return false;
    }
}
