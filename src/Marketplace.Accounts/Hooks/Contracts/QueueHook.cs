using System.Text.Json.Nodes;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks.Contracts;

/// <summary>
/// Tells the seller's webhooks that listen to an event: one delivery for each is written, a job sends them afterwards.
/// Where nothing listens, which is nearly everywhere, nothing is written at all.
/// </summary>
/// <param name="Type">One of <see cref="HookEvents"/>.</param>
/// <param name="AtUtc">When it happened; null for just now.</param>
/// <param name="Data">A JSON object: ids as the API shows them and what one needs to decide whether to ask it.</param>
[Internal]
public sealed record QueueHook(string TenantId, string Type, DateTime? AtUtc, string Data) : ICommand<Result>
{
    public static QueueHook Of<T>(string tenantId, string type, DateTime? atUtc, T data) =>
        new(tenantId, type, atUtc, JsonColumn.Write(data));
}

/// <summary>The deliveries themselves, in one transaction with the mark that the event has been taken.</summary>
[Internal]
public sealed record WriteHookDeliveries(QueueHook Event) : ICommand<Result>, IPlatformTransaction;

internal sealed class QueueHookHandler(PlatformDb db, ISender sender) : ICommandHandler<QueueHook, Result>
{
    public async ValueTask<Result> Handle(QueueHook command, CancellationToken cancellationToken) =>
        await db.HookEndpoints.AnyAsync(e => e.TenantId == command.TenantId && e.State == HookState.On, cancellationToken)
            ? await sender.Send(new WriteHookDeliveries(command), cancellationToken)
            : Result.Success();
}

internal sealed class WriteHookDeliveriesHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<WriteHookDeliveries, Result>
{
    public async ValueTask<Result> Handle(WriteHookDeliveries command, CancellationToken cancellationToken)
    {
        var happened = command.Event;
        var endpoints = await db.HookEndpoints.AsNoTracking()
            .Where(e => e.TenantId == happened.TenantId && e.State == HookState.On).ToListAsync(cancellationToken);
        foreach (var endpoint in endpoints.Where(e => e.Events.Contains(happened.Type)))
            db.HookDeliveries.Add(HookDelivery.Of(
                endpoint, happened.Type, happened.AtUtc ?? clock.GetUtcNow().UtcDateTime, JsonNode.Parse(happened.Data)!, clock));
        return Result.Success();
    }
}
