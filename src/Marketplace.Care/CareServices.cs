using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Care;

/// <summary>What this context registers beyond what is found by scanning (messages, maps, consumers, jobs).</summary>
public static class CareServices
{
    /// <summary>The mediator's generator takes only assemblies that reference its abstractions.</summary>
    internal static readonly Mediator.IMessage? Messages;

    public static IServiceCollection AddCare(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
