namespace Marketplace.Catalog.Inventory;

/// <summary>What is for sale of one offer at one location.</summary>
internal sealed record LocationStock(string LocationId, int Available);

/// <summary>From which locations a quantity is taken; pure.</summary>
internal static class StockPlan
{
    /// <summary>
    /// One location alone where one can, the tightest that fits (so the large heaps stay large); else the fullest
    /// first. Null when all together have too little.
    /// </summary>
    public static IReadOnlyList<(string LocationId, int Quantity)>? Over(IReadOnlyList<LocationStock> locations, int quantity)
    {
        var alone = locations.Where(l => l.Available >= quantity)
            .OrderBy(l => l.Available).ThenBy(l => l.LocationId, StringComparer.Ordinal).FirstOrDefault();
        if (alone is not null) return [(alone.LocationId, quantity)];
        if (locations.Sum(l => (long)Math.Max(0, l.Available)) < quantity) return null;

        var plan = new List<(string LocationId, int Quantity)>();
        foreach (var location in locations.Where(l => l.Available > 0)
                     .OrderByDescending(l => l.Available).ThenBy(l => l.LocationId, StringComparer.Ordinal))
        {
            var taken = Math.Min(location.Available, quantity);
            plan.Add((location.LocationId, taken));
            quantity -= taken;
            if (quantity == 0) break;
        }

        return [.. plan.OrderBy(p => p.LocationId, StringComparer.Ordinal)];
    }
}
