using System.Diagnostics;

namespace Marketplace.Load;

internal enum Outcome
{
    Done,
    /// <summary>Told politely that something was not to be had.</summary>
    Refused,
    Failed,
}

/// <summary>Guests who purchase one after the other for a while; what the first seconds warm up does not count.</summary>
internal static class Crowd
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(int seconds, int guests, Func<Random, Task<Outcome>> purchase)
    {
        var counts = new int[3];
        var times = new List<double>();
        var watch = Stopwatch.StartNew();
        var end = WarmUp + TimeSpan.FromSeconds(seconds);
        await Task.WhenAll(Enumerable.Range(0, guests).Select(guest => Task.Run(async () =>
        {
            var dice = new Random(guest + 1);
            while (watch.Elapsed < end)
            {
                var began = watch.Elapsed;
                var outcome = await purchase(dice);
                if (began < WarmUp) continue;
                Interlocked.Increment(ref counts[(int)outcome]);
                if (outcome != Outcome.Done) continue;
                lock (times) times.Add((watch.Elapsed - began).TotalMilliseconds);
            }
        })));
        var took = (watch.Elapsed - WarmUp).TotalSeconds;
        times.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{counts[0] / took:F2} purchases/s p50 {At(times, 0.5):F0} ms p95 {At(times, 0.95):F0} ms refused {counts[1]} failed {counts[2]}"));
        return counts[2] == 0 ? 0 : 1;
    }

    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
