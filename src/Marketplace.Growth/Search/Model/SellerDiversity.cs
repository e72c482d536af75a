namespace Marketplace.Growth.Search.Model;

/// <summary>Keeps one seller from filling the first page of a relevance-sorted result.</summary>
internal static class SellerDiversity
{
    public const int Window = 3;

    /// <summary>At most a quarter of the page, and never fewer than two.</summary>
    public static int MostPerSeller(int pageSize) => Math.Max(2, pageSize / 4);

    /// <summary>
    /// Reorders the window (the first three pages' worth): the first page takes listings in rank order, passing over
    /// a seller who has had its share; those passed over follow in rank order. It is a permutation of the window, so
    /// no listing is lost or shown twice, and a page that cannot be filled otherwise takes them back.
    /// </summary>
    public static List<T> Spread<T, TSeller>(IReadOnlyList<T> window, int pageSize, Func<T, TSeller> sellerOf)
        where TSeller : notnull
    {
        var most = MostPerSeller(pageSize);
        var taken = new Dictionary<TSeller, int>();
        var first = new List<T>(window.Count);
        var later = new List<T>();
        foreach (var item in window)
        {
            var count = taken.GetValueOrDefault(sellerOf(item));
            if (first.Count < pageSize && count < most)
            {
                first.Add(item);
                taken[sellerOf(item)] = count + 1;
            }
            else
            {
                later.Add(item);
            }
        }

        first.AddRange(later);
        return first;
    }
}
