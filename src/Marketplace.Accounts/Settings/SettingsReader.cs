using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Accounts.Settings;

internal sealed class SettingsReader(IServiceScopeFactory scopes, TimeProvider clock) : ISettings
{
    private readonly BriefCache<string, PlatformSettings> _kept = new(clock, TimeSpan.FromSeconds(1));

    public ValueTask<PlatformSettings> GetAsync(CancellationToken cancellation) =>
        _kept.GetAsync(PlatformSettings.OnlyId, ReadAsync, cancellation);

    /// <summary>After a change made by this process.</summary>
    public void Forget() => _kept.Forget();

    private async Task<PlatformSettings> ReadAsync(string id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await db.PlatformSettings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation)
            ?? new PlatformSettings();
    }
}
