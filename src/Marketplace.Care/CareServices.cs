using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Messages;
using Marketplace.Care.Questions;
using Marketplace.Care.Reviews;
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
        services.AddOptions<ReviewOptions>().Bind(configuration.GetSection(ReviewOptions.Section))
            .Validate(o => o.IsSound, "Reviews: the days and hours are out of bounds, or buyers are asked after the window.")
            .ValidateOnStart();
        services.AddScoped<IPersonalData, ReviewsData>();
        services.AddScoped<IPersonalData, QuestionsData>();
        services.AddScoped<IPersonalData, MessagesData>();
        services.AddScoped<AttachmentFiles>();
        services.AddScoped<MessageWriter>();
        return services;
    }
}
