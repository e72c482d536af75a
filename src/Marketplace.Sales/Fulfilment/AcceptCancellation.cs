using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>The seller does as the buyer asked: what is open is cancelled and paid back. Error: <c>order.wrong-state</c>.</summary>
[Seller("orders")]
public sealed record AcceptCancellation(string SellerOrderId) : ICommand<Result>, ISellerTransaction;

/// <summary>The seller has let the buyer's request lie too long: done for them. One that was answered meanwhile stays.</summary>
[Internal]
public sealed record CancelUnanswered(string SellerOrderId) : ICommand<Result>, IPlatformTransaction;

internal sealed class AcceptCancellationHandler(SellerDb db, TimeProvider clock, EventBuffer events, ISettings settings)
    : ICommandHandler<AcceptCancellation, Result>
{
    public async ValueTask<Result> Handle(AcceptCancellation command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        if (part.CancellationAskedAtUtc is null) return FulfilmentErrors.WrongState;
        var lines = await PartLock.LinesAsync(db, part, cancellation);
        var grace = TimeSpan.FromDays((await settings.GetAsync(cancellation)).TransitGraceDays);
        var reason = part.CancellationReason is { Length: > 0 } said ? said : "The buyer asked for it.";
        return Cancellation.Apply(new CancellationCase(db, part, lines, OrderActor.Seller, reason, grace), [], clock, events)
            ? Result.Success()
            : FulfilmentErrors.WrongState;
    }
}

internal sealed class CancelUnansweredHandler(PlatformDb db, TimeProvider clock, EventBuffer events, ISettings settings)
    : ICommandHandler<CancelUnanswered, Result>
{
    private const string Reason = "The buyer asked to cancel, and the shop did not answer in time.";

    public async ValueTask<Result> Handle(CancelUnanswered command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        if (!(part.CancellationAnswerByUtc <= clock.GetUtcNow().UtcDateTime)) return Result.Success();
        var lines = await PartLock.LinesAsync(db, part, cancellation);
        var grace = TimeSpan.FromDays((await settings.GetAsync(cancellation)).TransitGraceDays);
        return Cancellation.Apply(new CancellationCase(db, part, lines, OrderActor.Platform, Reason, grace), [], clock, events)
            ? Result.Success()
            : FulfilmentErrors.WrongState;
    }
}
