using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>Keeps what Stripe answered to a checkout that was to be opened.</summary>
[Internal]
public sealed record RecordOpenedCheckout(
    string CommandId, string OrderId, OpenedCheckout? Opened, GatewayRefusal? Refusal) : ICommand<Result>, IPlatformTransaction;

internal sealed class RecordOpenedCheckoutHandler(PlatformDb db, EventBuffer events, ISender sender, TimeProvider clock)
    : ICommandHandler<RecordOpenedCheckout, Result>
{
    public async ValueTask<Result> Handle(RecordOpenedCheckout command, CancellationToken cancellationToken)
    {
        if (command.Refusal is { MayPassLater: true } later)
            return await sender.Send(new PostponeCommand(command.CommandId, later.Message, TakeNewKey: true), cancellationToken);

        await db.PaymentCommands.FinishAsync(command.CommandId, command.Refusal?.Message, clock, cancellationToken);
        var requested = db.Payments.Where(p => p.Id == command.OrderId && p.State == PaymentState.Requested);
        if (command.Opened is { } opened)
        {
            await requested.ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PaymentState.Open)
                .SetProperty(p => p.SessionId, opened.SessionId).SetProperty(p => p.PageUrl, opened.PageUrl)
                .SetProperty(p => p.Version, p => p.Version + 1), cancellationToken);
            return Result.Success();
        }

        var code = command.Refusal?.Code;
        var refused = await requested.ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PaymentState.Failed)
            .SetProperty(p => p.FailureCode, code).SetProperty(p => p.Version, p => p.Version + 1), cancellationToken);
        if (refused == 1) events.Publish(new PaymentFailed(command.OrderId, code), command.OrderId, 1);
        return Result.Success();
    }
}

internal static class FinishedCommands
{
    /// <summary>Done, or refused for good with the reason why.</summary>
    public static Task FinishAsync(
        this IQueryable<PaymentCommand> commands, string id, string? refusal, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var state = refusal is null ? PaymentCommandState.Done : PaymentCommandState.Failed;
        var error = refusal is { Length: > 1000 } ? refusal[..1000] : refusal;
        return commands.Where(c => c.Id == id && c.State == PaymentCommandState.New)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, state).SetProperty(c => c.DoneAtUtc, now)
                .SetProperty(c => c.LastError, error).SetProperty(c => c.LeaseId, (string?)null)
                .SetProperty(c => c.LeasedUntilUtc, (DateTime?)null), cancellation);
    }
}
