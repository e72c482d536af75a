using Marketplace.Kernel.Invariants;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.World;

/// <summary>Everything that must be true of a database is true of this one.</summary>
public static class Wholeness
{
    /// <param name="except">What the world broke on purpose.</param>
    public static async Task CheckInvariantsAsync(this IServiceProvider services, params string[] except)
    {
        var results = await services.GetRequiredService<InvariantChecker>().CheckAsync(default);
        Assert.True(results.Count > 15, "There is hardly anything to check.");
        Assert.Empty(results.Where(r => !except.Contains(r.Name)).SelectMany(r => r.Breaches.Select(b => $"{r.Name}: {b}")));
    }
}
