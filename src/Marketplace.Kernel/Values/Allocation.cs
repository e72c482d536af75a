namespace Marketplace.Kernel.Values;

/// <summary>
/// Shares an amount by weights so that the parts sum to it exactly, each a whole number of quanta
/// (largest remainder; ties go to the earlier part).
/// </summary>
public static class Allocation
{
    /// <param name="totalMinor">May be negative (a discount); must be whole quanta.</param>
    /// <param name="weights">Not negative. All zero: the first part takes everything.</param>
    public static long[] Share(long totalMinor, IReadOnlyList<long> weights, long quantumMinor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantumMinor);
        if (totalMinor % quantumMinor != 0)
            throw new ArgumentException($"{totalMinor} is not a whole number of quanta of {quantumMinor}.", nameof(totalMinor));
        if (weights.Count == 0)
            return totalMinor == 0 ? [] : throw new ArgumentException("Nothing to share over.", nameof(weights));

        var quanta = Math.Abs(totalMinor / quantumMinor);
        if (weights.Any(w => w < 0)) throw new ArgumentException("Negative weight.", nameof(weights));
        var sum = weights.Aggregate((Int128)0, (a, w) => a + w);
        var parts = new long[weights.Count];
        if (sum == 0) parts[0] = quanta;
        else Distribute(quanta, weights, sum, parts);

        var sign = Math.Sign(totalMinor);
        for (var i = 0; i < parts.Length; i++) parts[i] = sign * parts[i] * quantumMinor;
        return parts;
    }

    /// <summary>
    /// What is due after <paramref name="doneMinor"/> of <paramref name="wholeMinor"/>, as a cumulative target:
    /// the differences of successive targets never over- or undershoot, however the whole is cut.
    /// </summary>
    public static long CumulativeTarget(long amountMinor, long doneMinor, long wholeMinor, long quantumMinor)
    {
        if (wholeMinor == 0) return 0;
        var quanta = amountMinor / quantumMinor;
        var target = ((Int128)quanta * doneMinor * 2 + wholeMinor) / ((Int128)wholeMinor * 2);
        return (long)target * quantumMinor;
    }

    /// <summary>Basis points of an amount, half up, in whole quanta.</summary>
    public static long BasisPoints(long amountMinor, int basisPoints, long quantumMinor)
    {
        var sign = Math.Sign(amountMinor);
        var divisor = (Int128)10_000 * quantumMinor;
        return sign * (long)(((Int128)Math.Abs(amountMinor) * basisPoints * 2 + divisor) / (divisor * 2)) * quantumMinor;
    }

    private static void Distribute(long quanta, IReadOnlyList<long> weights, Int128 sum, long[] parts)
    {
        var remainders = new Int128[weights.Count];
        long given = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            var exact = (Int128)quanta * weights[i];
            parts[i] = (long)(exact / sum);
            remainders[i] = exact % sum;
            given += parts[i];
        }

        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i)
                     .Take((int)(quanta - given)))
            parts[i]++;
    }
}
