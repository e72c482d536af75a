using System.Globalization;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Sell;

/// <summary>Shares in percent, and the way to an open shop.</summary>
public static class SellWords
{
    public static string Percent(int bps) => (bps / 100m).ToString("0.##", CultureInfo.CurrentCulture) + "\u00a0%";

    public static IReadOnlyList<TimelineStep> Steps(IStringLocalizer<Words> words) =>
    [
        new(
            words["You apply"], words["A minute"], words["A name and a country; your dashboard is there at once."],
            StepState.Now),
        new(
            words["You fill a checklist"], words["About an hour"],
            words["Who you are, how you ship, where the money goes, the first listing."], StepState.Next),
        new(
            words["We look at it"], words["One or two working days"],
            words["A person does. If something is missing, we say what."], StepState.Next),
        new(words["Your shop opens"], null, words["Everything you have published is for sale."], StepState.Next),
    ];
}
