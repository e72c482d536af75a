using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>
/// Takes a webhook: checks its signature, keeps it as it came, and is done; a job processes it. One that is here
/// already is taken again without effect. Fails as <see cref="IWebhookReader"/> says.
/// </summary>
[Anyone]
public sealed record ReceiveStripeEvent(WebhookEndpoint Endpoint, string Raw, string? Signature) : ICommand<Result>;

[Internal]
public sealed record StoreStripeEvent(InboundEvent Event, string Raw) : ICommand<Result>, IPlatformTransaction;

internal sealed class ReceiveStripeEventHandler(IWebhookReader reader, IDatabaseProvider database, ISender sender)
    : ICommandHandler<ReceiveStripeEvent, Result>
{
    public async ValueTask<Result> Handle(ReceiveStripeEvent command, CancellationToken cancellationToken)
    {
        var read = reader.Read(command.Endpoint, command.Raw, command.Signature);
        if (!read.Ok) return read.Error;
        try
        {
            return await sender.Send(new StoreStripeEvent(read.Value, command.Raw), cancellationToken);
        }
        catch (DbUpdateException exception) when (database.IsDuplicateKey(exception))
        {
            return Result.Success();
        }
    }
}

internal sealed class StoreStripeEventHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<StoreStripeEvent, Result>
{
    public async ValueTask<Result> Handle(StoreStripeEvent command, CancellationToken cancellationToken)
    {
        var found = command.Event;
        var same = db.StripeEvents.Where(e => e.Account == found.Account);
        if (await same.AnyAsync(e => e.Id == found.Id, cancellationToken)) return Result.Success();

        // Stripe may tell one change under two ids. Only while the first still waits is the second one superfluous:
        // an object may come back to an earlier state, and must then be fetched again.
        var twin = await same.AnyAsync(e => e.ObjectId == found.ObjectId && e.Type == found.Type
            && e.ObjectState == found.ObjectState && e.State == StripeEventState.Waiting, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new StripeEvent
        {
            Id = found.Id, Account = found.Account, Type = found.Type, ObjectId = found.ObjectId,
            ObjectState = found.ObjectState, ApiVersion = found.ApiVersion, OrderId = found.OrderId,
            RefundId = found.RefundId, Raw = command.Raw, ReceivedAtUtc = now, DueAtUtc = now,
            State = twin ? StripeEventState.Ignored : StripeEventState.Waiting, DoneAtUtc = twin ? now : null,
            LastError = twin ? "The same change under another id." : null,
        });
        return Result.Success();
    }
}
