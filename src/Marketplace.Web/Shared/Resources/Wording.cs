using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Resources;

public static class Wording
{
    /// <summary>One text for one, another for any other number; both take the number as {0}.</summary>
    public static string Count(this IStringLocalizer<Words> words, long number, string one, string many) =>
        number == 1 ? words[one, number] : words[many, number];

    public static IServiceCollection AddWords(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<IStringLocalizer<Words>>(provider =>
            new PseudoWords(new StringLocalizer<Words>(provider.GetRequiredService<IStringLocalizerFactory>())));
        return services;
    }
}
