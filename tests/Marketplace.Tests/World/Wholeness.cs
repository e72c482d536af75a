using Marketplace.Kernel.Invariants;
using Marketplace.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.World;

/// <summary>
/// Everything that must be true of a database is true of this one. The isolation canary is left to its own tests: what
/// kills and races cannot open a door, and it would compile three queries a table for each host.
/// </summary>
public static class Wholeness
{
    /// <param name="except">What the world broke on purpose.</param>
    public static async Task CheckInvariantsAsync(this IServiceProvider services, params string[] except)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var found = new List<string>();
        var checks = scope.ServiceProvider.GetServices<IInvariant>().Where(i => i.Name != "isolation-canary").ToList();
        foreach (var one in checks.Where(i => !except.Contains(i.Name)))
            found.AddRange((await one.FindBreachesAsync(default)).Select(b => $"{one.Name}: {b}"));

        Assert.True(checks.Count > 15, "There is hardly anything to check.");
        Assert.Empty(found);
    }
}
