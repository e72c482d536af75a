using System.Security.Cryptography;
using System.Text.Json;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Kernel.Messaging;

/// <summary>
/// Keeps a message's answer under its key, in the transaction of its effect, and replays it. It stands outside the
/// transaction: when two run at once, the loser of the unique key rolls back, reads the winner's answer and replays
/// that. The same key with another body is refused.
/// </summary>
public sealed class IdempotencyBehavior<TMessage, TResponse>(
    MessageScope scope, CallerAccessor caller, IServiceProvider services, IDatabaseProvider database, TimeProvider clock)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage, ITransactional, IIdempotent
    where TResponse : IOutcome<TResponse>
{
    public static readonly Error OtherBody = Error.Conflict(
        "idempotency.other-body", "This idempotency key was used for another request. Take a new key.");

    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        if (scope.IsNested || message.IdempotencyKey is not { Length: > 0 } key)
            return await next(message, cancellationToken);

        var owner = caller.Caller.TenantId ?? caller.Caller.BuyerId ?? caller.Caller.Actor;
        var body = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(message)));
        if (await FindAsync(owner, key, body, cancellationToken) is { } kept) return kept;

        var record = services.GetRequiredService<IdempotencyMark>();
        record.Prepare = answer => new IdempotencyRow
        {
            Owner = owner, Key = key, Message = typeof(TMessage).Name, BodyHash = body,
            Answer = JsonSerializer.Serialize((TResponse)answer), AtUtc = clock.GetUtcNow().UtcDateTime,
            TenantId = caller.Caller.TenantId, BuyerId = caller.Caller.BuyerId,
        };
        try
        {
            return await next(message, cancellationToken);
        }
        catch (DbUpdateException exception) when (database.IsDuplicateKey(exception))
        {
            if (await FindAsync(owner, key, body, cancellationToken) is { } first) return first;
            throw;
        }
        finally
        {
            record.Prepare = null;
        }
    }

    /// <summary>Reads with the platform's eyes in a scope of its own: the running context may be mid-failure.</summary>
    private async Task<TResponse?> FindAsync(string owner, string key, string body, CancellationToken cancellation)
    {
        await using var own = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        own.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var row = await own.ServiceProvider.GetRequiredService<PlatformDb>().Set<IdempotencyRow>().AsNoTracking()
            .SingleOrDefaultAsync(r => r.Owner == owner && r.Key == key, cancellation);
        if (row is null) return default;
        return row.BodyHash == body && row.Message == typeof(TMessage).Name
            ? JsonSerializer.Deserialize<TResponse>(row.Answer)
            : TResponse.Fail(OtherBody);
    }
}
