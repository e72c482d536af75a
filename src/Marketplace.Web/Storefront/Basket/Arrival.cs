using System.Globalization;
using Marketplace.Web.Shared.Components;

namespace Marketplace.Web.Storefront.Basket;

/// <summary>When a parcel arrives, as people say it: "Thu 26 – Fri 27 Nov".</summary>
public static class Arrival
{
    public static string Text(DateOnly from, DateOnly to, DateTime today)
    {
        var culture = CultureInfo.CurrentCulture;
        var last = DateText.Day(to.ToDateTime(TimeOnly.MinValue), today, culture);
        return from >= to ? last : $"{DateText.Day(from.ToDateTime(TimeOnly.MinValue), today, culture)} – {last}";
    }

    public static string Day(DateOnly day, DateTime today) =>
        DateText.Day(day.ToDateTime(TimeOnly.MinValue), today, CultureInfo.CurrentCulture);
}
