namespace Marketplace.Growth.Content.Contracts;

/// <summary>What changed between two texts, line by line.</summary>
public static class LineDiff
{
    /// <summary>Above it (two texts of two thousand changed lines) the whole middle counts as rewritten.</summary>
    private const long MostCells = 4_000_000;

    public static IReadOnlyList<DiffLine> Between(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start]) start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        return
        [
            .. old[..start].Select(line => new DiffLine(DiffKind.Same, line)),
            .. Middle(old[start..^end], now[start..^end]),
            .. old[^end..].Select(line => new DiffLine(DiffKind.Same, line)),
        ];
    }

    private static IEnumerable<DiffLine> Middle(string[] old, string[] now)
    {
        var common = (long)old.Length * now.Length > MostCells ? null : Common(old, now);
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (common is not null && i < old.Length && j < now.Length && old[i] == now[j])
            {
                yield return new DiffLine(DiffKind.Same, old[i++]);
                j++;
            }
            else if (i < old.Length && (common is null || j == now.Length || common[i + 1, j] >= common[i, j + 1]))
                yield return new DiffLine(DiffKind.Gone, old[i++]);
            else
                yield return new DiffLine(DiffKind.New, now[j++]);
        }
    }

    /// <summary>The length of the longest common part from each pair of lines on.</summary>
    private static int[,] Common(string[] old, string[] now)
    {
        var length = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                length[i, j] = old[i] == now[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        return length;
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');
}

public sealed record DiffLine(DiffKind Kind, string Text);

public enum DiffKind
{
    Same,
    Gone,
    New,
}
