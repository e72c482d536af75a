using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Resources;

public static partial class Wording
{
    /// <summary>One text for one, another for any other number; both take the number as {0}.</summary>
    public static string Count(this IStringLocalizer<Words> words, long number, string one, string many) =>
        number == 1 ? words[one, number] : words[many, number];

    /// <summary>
    /// A refusal's message in the reader's language. What it quotes ('XX' is no country) or lists at its end was put in
    /// where the resource has a hole.
    /// </summary>
    public static string Refusal(this IStringLocalizer<Words> words, string message)
    {
        var whole = words[message];
        if (!whole.ResourceNotFound || Inserted().Match(message) is not { Success: true } inserted) return whole.Value;
        var value = inserted.Groups["value"];
        var text = words[message[..value.Index] + "{0}" + message[(value.Index + value.Length)..], value.Value];
        return text.ResourceNotFound ? message : text.Value;
    }

    public static IServiceCollection AddWords(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<IStringLocalizer<Words>>(provider =>
            new PseudoWords(new StringLocalizer<Words>(provider.GetRequiredService<IStringLocalizerFactory>())));
        return services;
    }

    [GeneratedRegex(@"^'(?<value>[^']*)'|: (?<value>[^:]+)\.$")]
    private static partial Regex Inserted();
}
