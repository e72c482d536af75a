using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Resources;

/// <summary>
/// The contexts refuse in English; here it is said in the reader's language. A message with a name or a number in it
/// is recognised by its words around them.
/// </summary>
public static class Refusals
{
    /// <summary>Those that say more than one thing first would take what belongs to another: the longest come first.</summary>
    public static IReadOnlyList<string> Templates { get; } = [.. ((string[])
    [
        "Your role does not include '{0}'. An owner can give it to you under Team.",
        "This key may not do that: it lacks '{0}'. Make one that has it.",
        "There is no member '{0}' here. Leave it out or correct its name.",
        "The member '{0}' is missing.",
        "The value of '{0}' is not what the reference says.",
        "There is no parameter '{0}' here. Leave it out or correct its name.",
        "Your plan has room for {0} listings on sale. Pause one, or choose another plan under Open your shop.",
        "In its present state this listing cannot be {0}.",
        "{0} is the SKU of another of your listings.",
        "Only {0} of these units are free; the others are held for orders that are being paid.",
        "Stripe does not accept this: {0}",
        "A basket holds at most {0} different items. Order these first, then go on.",
        "A basket holds items of at most {0} shops. Order these first, then go on.",
        "There are only {0} left, and they are in your basket.",
        "A payment in this currency is at least {0}. Add something small to your basket.",
        "The smallest amount that can be paid by card is {0}.",
        "Prices or delivery changed meanwhile: the total is now {0}. Nothing has been charged.",
        "In its sale it costs {0}: the price must be above that.",
        "The sale price must be under {0}.",
        "Somebody changed it to {0} meanwhile.",
        "{0} is not sold in.",
        "A price in {0} is at least {1}.",
        "{0} is sold in steps of {1}.",
        "“{0}” is not a price in {1}.",
        "“{0}” is not a weight in kilograms.",
        "“{0}” is not an amount in {1}.",
        "{0} is a number, like 12.5.",
        "{0} is yes or no.",
        "{0} has at most {1} characters.",
        "\"{0}\" is not one of the choices of {1}.",
        "'{0}' is no country code like DE.",
        "'{0}' is no currency that this platform can count in.",
        "'{0}' is no language like en-US.",
        "A VAT id of this country looks like {0}.",
        "“{0}” is no address for a link: begin with https://, with mailto: or with / for a page of this marketplace.",
        "“{0}” is no picture of this marketplace: their addresses begin with /media/.",
        "“{0}” leads to a page that nobody has written yet.",
        "“{0}” is no shop of this marketplace.",
        "These would not be shown any more: {0}. Add them to the other category first, or say that they may go.",
        "“{0}” is no listing's address.",
        "“{0}” is no price. Write a currency and an amount, like EUR 25.",
        "Some points of the checklist are still open: {0}.",
    ]).OrderByDescending(t => t.Length)];

    private static readonly List<(string Template, Regex Form)> Forms =
        [.. Templates.Select(t => (t, new Regex(FormOf(t), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)))];

    public static string Refusal(this IStringLocalizer<Words> words, string message)
    {
        var whole = words[message];
        if (!whole.ResourceNotFound) return whole.Value;
        foreach (var (template, form) in Forms)
        {
            if (form.Match(message) is not { Success: true } match) continue;
            object[] inserted = [.. match.Groups.Values.Skip(1).Select(g => g.Value)];
            return words[template, inserted].Value;
        }

        return message;
    }

    private static string FormOf(string template) => "^" + Regex.Escape(template)
        .Replace(@"\{0}", "(.+)", StringComparison.Ordinal).Replace(@"\{1}", "(.+)", StringComparison.Ordinal) + "$";
}
