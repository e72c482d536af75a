using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Rights;

/// <summary>Stands right behind the authorise step and says that a message came through, instead of carrying it out.</summary>
public sealed class Probe<TMessage, TResponse> : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
    where TResponse : IOutcome<TResponse>
{
    public ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken) =>
        ValueTask.FromResult(TResponse.Fail(Error.Refused(Probe.Passed, "It came through.")));
}

internal static class Probe
{
    public const string Passed = "probe.passed";

    public static void Insert(IServiceCollection services) => Insert(services, keepAuthorise: true);

    /// <summary>As if nobody had written the authorise step.</summary>
    public static void Replace(IServiceCollection services) => Insert(services, keepAuthorise: false);

    private static void Insert(IServiceCollection services, bool keepAuthorise)
    {
        var found = 0;
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i].IsKeyedService || services[i].ImplementationType is not { IsGenericType: true } type
                || type.GetGenericTypeDefinition() != typeof(AuthorizeBehavior<,>)) continue;
            var probe = type.IsGenericTypeDefinition
                ? typeof(Probe<,>) : typeof(Probe<,>).MakeGenericType(type.GetGenericArguments());
            services.Insert(i + 1, new ServiceDescriptor(services[i].ServiceType, probe, services[i].Lifetime));
            if (!keepAuthorise) services.RemoveAt(i);
            found++;
        }

        Assert.True(found > 0, "The pipeline has no authorise step.");
    }
}
