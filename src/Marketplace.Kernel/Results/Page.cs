namespace Marketplace.Kernel.Results;

/// <summary>A part of a list that is read on from a cursor.</summary>
/// <param name="Next">Where the next part begins; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Page
{
    /// <summary>From one row more than the page holds: the surplus row only tells that there is more.</summary>
    public static Page<T> Of<T>(List<T> rows, int size, Func<T, string> cursor) =>
        rows.Count > size ? new Page<T>(rows[..size], cursor(rows[size - 1])) : new Page<T>(rows, null);
}
