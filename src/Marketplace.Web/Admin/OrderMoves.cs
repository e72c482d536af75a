namespace Marketplace.Web.Admin;

/// <summary>An order that is changed by one button at a time.</summary>
internal static class OrderMoves
{
    /// <param name="move"><c>in</c>, <c>out</c>, <c>up</c> or <c>down</c>; what cannot be moved so stays.</param>
    public static List<string> After(IEnumerable<string> order, string? item, string? move)
    {
        var (list, name) = (order.ToList(), item ?? "");
        var at = list.IndexOf(name);
        if (at < 0 && move == "in") list.Add(name);
        else if (at >= 0 && move == "out") list.RemoveAt(at);
        else if (at > 0 && move == "up") (list[at - 1], list[at]) = (list[at], list[at - 1]);
        else if (at >= 0 && at < list.Count - 1 && move == "down") (list[at + 1], list[at]) = (list[at], list[at + 1]);
        return list;
    }
}
