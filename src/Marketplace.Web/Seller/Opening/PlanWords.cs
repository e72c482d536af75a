using System.Globalization;
using Marketplace.Accounts.Sellers.Plans;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Opening;

/// <summary>A plan's conditions in words; percentage points, so that 2 less than 12 is 10.</summary>
public static class PlanWords
{
    public static string Commission(Plan plan, IStringLocalizer<Words> words) => plan.CommissionDeltaBps switch
    {
        0 => words["the usual commission"],
        < 0 => words["commission {0} points lower", Points(-plan.CommissionDeltaBps)],
        _ => words["commission {0} points higher", Points(plan.CommissionDeltaBps)],
    };

    public static string Listings(Plan plan, IStringLocalizer<Words> words) => plan.MaximumListings is { } most
        ? words.Count(most, "{0} listing on sale", "up to {0} listings on sale")
        : words["as many listings as you like"];

    private static string Points(int bps) => (bps / 100m).ToString("0.##", CultureInfo.CurrentCulture);
}
