using System.Text.Json;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Kernel.Outbox;

/// <summary>Hands one message to its consumers; each command runs in a scope and a transaction of its own.</summary>
public sealed class OutboxDelivery(IServiceScopeFactory scopes, EventNames names, IDatabaseProvider database, TimeProvider clock)
{
    /// <summary>Null when every consumer has taken it; else what failed. Delivering again repeats no effect.</summary>
    public async Task<string?> DeliverAsync(OutboxRow row, CancellationToken cancellation)
    {
        if (names.Find(row.EventName) is not { } type) return $"Unknown event {row.EventName}.";
        var happened = JsonSerializer.Deserialize(row.Payload, type)!;
        var consumerType = typeof(IConsume<>).MakeGenericType(type);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var consumer in scope.ServiceProvider.GetServices(consumerType))
        {
            var commands = (IEnumerable<ICommand<Result>>)consumerType.GetMethod("On")!.Invoke(consumer, [happened])!;
            var part = 0;
            foreach (var command in commands)
            {
                if (await SendAsync(row, consumer!.GetType().Name, part++, command, cancellation) is { } failure)
                    return failure;
            }
        }

        return null;
    }

    private async Task<string?> SendAsync(
        OutboxRow row, string consumer, int part, ICommand<Result> command, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallerAccessor>().Set(Caller.SystemFor(row.TenantId));
        if (await IsDoneAsync(services, row.Id, consumer, part, cancellation)) return null;
        services.GetRequiredService<InboxMark>().Row = new InboxRow
        {
            Consumer = consumer, MessageId = row.Id, Part = part, AtUtc = clock.GetUtcNow().UtcDateTime,
        };
        try
        {
            var outcome = await services.GetRequiredService<ISender>().Send(command, cancellation);
            return outcome.Error is null ? null : $"{consumer}: {outcome.Error.Code}: {outcome.Error.Message}";
        }
        catch (DbUpdateException exception) when (database.IsDuplicateKey(exception))
        {
            // Another process delivered the same part at the same time: its effect is the one that counts.
            return await IsDoneAsync(services, row.Id, consumer, part, cancellation) ? null : exception.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A poisoned message must not stop the others: it is kept, retried with backoff and shown to an admin.
            return $"{consumer}: {exception.GetType().Name}: {exception.GetBaseException().Message}";
        }
    }

    private static Task<bool> IsDoneAsync(
        IServiceProvider services, string messageId, string consumer, int part, CancellationToken cancellation) =>
        services.GetRequiredService<PlatformDb>().Set<InboxRow>()
            .AnyAsync(r => r.MessageId == messageId && r.Consumer == consumer && r.Part == part, cancellation);
}
