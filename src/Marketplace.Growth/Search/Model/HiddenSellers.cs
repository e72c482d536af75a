using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Growth.Search.Model;

/// <summary>
/// Sellers whose listings must not be found now. Read from the database and held at most one second, so that a
/// suspension counts at once whatever the index still says; when it cannot be read, search fails rather than show
/// them. A seller without an open standing is hidden.
/// </summary>
internal sealed class HiddenSellers(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private readonly Held<IReadOnlySet<string>> _held =
        new(TimeSpan.FromSeconds(1), clock, cancellation => ReadAsync(scopes, cancellation));

    public ValueTask<IReadOnlySet<string>> GetAsync(CancellationToken cancellation) => _held.GetAsync(cancellation);

    public void Dispose() => _held.Dispose();

    private static async Task<IReadOnlySet<string>> ReadAsync(
        IServiceScopeFactory scopes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var standings = db.SellerStandings;
        var hidden = await db.SellerProfiles.AsNoTracking()
            .Where(p => !standings.Any(s => s.TenantId == p.TenantId && s.IsOpen))
            .Select(p => p.TenantId).ToListAsync(cancellation);
        return hidden.ToHashSet(StringComparer.Ordinal);
    }
}
