using System.Globalization;
using Marketplace.Kernel.Values;

namespace Marketplace.Sales.Orders;

/// <summary>Where a page of a list by time ended: the instant and the id of its last row.</summary>
internal static class TimeCursor
{
    public static string Write(DateTime atUtc, string id) => $"{atUtc.Ticks.ToString(CultureInfo.InvariantCulture)}.{id}";

    /// <summary>Null for none, and for one that nobody here has written.</summary>
    public static (DateTime AtUtc, string Id)? Read(string? cursor)
    {
        if (cursor?.Split('.') is not [var ticks, var id] || !Ids.IsWellFormed(id)) return null;
        return long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            ? (new DateTime(at, DateTimeKind.Utc), id)
            : null;
    }
}
