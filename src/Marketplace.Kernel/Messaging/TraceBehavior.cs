using System.Diagnostics;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.Extensions.Logging;

namespace Marketplace.Kernel.Messaging;

/// <summary>One span and one log scope a message: names and ids, never contents.</summary>
public sealed class TraceBehavior<TMessage, TResponse>(
    MessageScope scope, CallerAccessor caller, ILogger<TraceBehavior<TMessage, TResponse>> logger)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
{
    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        using var entered = scope.Enter();
        using var span = Tracing.Source.StartActivity(typeof(TMessage).Name);
        if (scope.IsNested) return await next(message, cancellationToken);

        span?.SetTag("tenant", caller.Caller.TenantId);
        using var logScope = logger.BeginScope(
            "{Message} {TenantId} {Actor}", typeof(TMessage).Name, caller.Caller.TenantId, caller.Caller.Actor);
        return await next(message, cancellationToken);
    }
}

public static class Tracing
{
    public const string Name = "Marketplace";

    internal static readonly ActivitySource Source = new(Name);
}
