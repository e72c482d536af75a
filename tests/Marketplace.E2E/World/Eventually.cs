using System.Diagnostics;

namespace Marketplace.E2E.World;

/// <summary>For what the outbox and the jobs do a moment later.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task Async(Func<Task<bool>> isSo)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(waited.Elapsed < Patience, $"It did not become so within {Patience.TotalSeconds} s.");
            await Task.Delay(500);
        }
    }
}
