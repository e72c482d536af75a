using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Accounts.Sellers;

/// <summary>
/// From an address to a seller. Held in process for at most a second, misses too, so that a suspension works at once
/// and a flood of unknown names costs one query each.
/// </summary>
internal sealed class SellerStore(IServiceScopeFactory scopes, TimeProvider clock) : IMultiTenantStore
{
    private readonly BriefCache<(Key Kind, string Value), TenantInfo?> _kept = new(clock, TimeSpan.FromSeconds(1));

    private enum Key
    {
        Id,
        Slug,
        Host,
    }

    public ValueTask<TenantInfo?> GetByIdentifierAsync(string identifier, CancellationToken cancellation = default) =>
        TenantIdentifier.IsWellFormed(identifier) ? FindAsync(Key.Slug, identifier, cancellation) : default;

    public ValueTask<TenantInfo?> GetAsync(string id, CancellationToken cancellation = default) =>
        Kernel.Values.Ids.IsWellFormed(id) ? FindAsync(Key.Id, id, cancellation) : default;

    public ValueTask<TenantInfo?> GetByHostAsync(string host, CancellationToken cancellation = default) =>
        host.Length is > 3 and <= 253 ? FindAsync(Key.Host, host.ToLowerInvariant(), cancellation) : default;

    /// <summary>After a change made by this process.</summary>
    public void Forget() => _kept.Forget();

    private ValueTask<TenantInfo?> FindAsync(Key kind, string value, CancellationToken cancellation) =>
        _kept.GetAsync((kind, value), ReadAsync, cancellation);

    private async Task<TenantInfo?> ReadAsync((Key Kind, string Value) key, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var sellers = db.Sellers.AsNoTracking();
        var domains = db.ProvenDomains;
        var one = key.Kind switch
        {
            Key.Id => sellers.Where(s => s.Id == key.Value),
            Key.Slug => sellers.Where(s => s.Slug == key.Value),
            Key.Host => sellers.Where(s => domains.Any(d => d.Host == key.Value && d.TenantId == s.Id)),
        };
        var row = await one.Select(s => new { s.Id, s.Slug, s.Name, s.State }).SingleOrDefaultAsync(cancellation);
        return row is null ? null : new TenantInfo(row.Id, row.Slug, row.Name, Map(row.State));
    }

    private static TenantState Map(SellerState state) => state switch
    {
        SellerState.Applying or SellerState.InReview or SellerState.ChangesRequested or SellerState.Rejected =>
            TenantState.Opening,
        SellerState.Approved => TenantState.Open,
        SellerState.Suspended => TenantState.Suspended,
        SellerState.Closed => TenantState.Closed,
    };
}
