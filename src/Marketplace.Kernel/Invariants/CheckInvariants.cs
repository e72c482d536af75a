using Marketplace.Kernel.Jobs;

namespace Marketplace.Kernel.Invariants;

/// <summary>A sentence about the data is not true: a failed run, which stands in the admin's queue until it is mended.</summary>
public sealed class BrokenInvariantsException(IReadOnlyList<InvariantResult> broken, int all) : Exception(
    $"{broken.Count} of {all} statements do not hold: {string.Join(", ", broken.Select(b => $"{b.Name} ({b.Breaches.Count})"))}.");

internal sealed class CheckInvariantsJob(InvariantChecker checker) : IJob
{
    public string Name => "check-invariants";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public TimeOnly? NotBefore => new(3, 20);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var results = await checker.CheckAsync(cancellation);
        var broken = results.Where(r => !r.Holds).ToList();
        return broken.Count == 0 ? $"{results.Count} statements hold" : throw new BrokenInvariantsException(broken, results.Count);
    }
}
