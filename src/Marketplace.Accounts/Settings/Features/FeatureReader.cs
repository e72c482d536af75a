using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Accounts.Settings.Features;

internal sealed class FeatureReader(IServiceScopeFactory scopes, TimeProvider clock) : IFeatures
{
    private readonly BriefCache<string, IReadOnlyDictionary<string, FeatureFlag>> _kept = new(clock, TimeSpan.FromSeconds(5));

    public async ValueTask<bool> IsOnAsync(Feature feature, string? sellerId, string? buyerId, CancellationToken cancellation) =>
        !(await _kept.GetAsync("", ReadAsync, cancellation)).TryGetValue(feature.ToString(), out var flag) || flag.IsOn(sellerId, buyerId);

    /// <summary>After a change made by this process.</summary>
    public void Forget() => _kept.Forget();

    private async Task<IReadOnlyDictionary<string, FeatureFlag>> ReadAsync(string all, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await db.FeatureFlags.AsNoTracking().ToDictionaryAsync(f => f.Name, StringComparer.Ordinal, cancellation);
    }
}
