using System.Security.Cryptography;
using System.Text;
using Marketplace.Accounts.Identity.Keys;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>
/// From an API key to a <see cref="Caller"/>. Read on every use, so that a key revoked, or a maker who left the team,
/// ends it with the next request. Outside the pipeline, which already needs a caller.
/// </summary>
public sealed class KeyCallers(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How exactly the last use is known: a busy key must not write with every request.</summary>
    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    /// <returns>Null for a key that nobody has made, and for one that no longer works.</returns>
    public async Task<Caller?> FindAsync(string? token, CancellationToken cancellation)
    {
        if (KeyToken.PrefixOf(token) is not { } prefix) return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await ReadAsync(prefix, cancellation);
        if (row is null || !IsSame(row.Hash, OneTimeToken.HashOf(token!)) || row.UntilUtc <= now) return null;
        if (row.LastUsedAtUtc is null || row.LastUsedAtUtc < now - Exactness) await NoteUseAsync(row.Id, cancellation);
        return row.StaffRole is { } staff
            ? new Caller(AdminPermissions: StaffScopes.Permissions(row.Scopes, AdminPermissions.Of(staff)), KeyId: row.Id)
            : new Caller(
                TenantId: row.TenantId, SellerPermissions: ApiScopes.Permissions(row.Scopes, SellerPermissions.Of(row.Role)),
                KeyId: row.Id);
    }

    private async Task<Row?> ReadAsync(string prefix, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var rows = from key in db.ApiKeys.AsNoTracking()
                   where key.Prefix == prefix && key.RevokedAtUtc == null
                   join member in db.Memberships on new { key.TenantId, PersonId = key.MadeById }
                       equals new { member.TenantId, member.PersonId }
                   join person in db.People on key.MadeById equals person.Id
                   where person.DisabledAtUtc == null
                   select new Row(key.Id, key.TenantId, key.Hash, key.Scopes, key.UntilUtc, key.LastUsedAtUtc, member.Role, null);
        return await rows.SingleOrDefaultAsync(cancellation) ?? await StaffAsync(db, prefix, cancellation);
    }

    private static Task<Row?> StaffAsync(PlatformDb db, string prefix, CancellationToken cancellation)
    {
        var rows = from key in db.ApiKeys.AsNoTracking()
                   where key.Prefix == prefix && key.RevokedAtUtc == null && key.TenantId == ApiKey.OfStaff
                   join person in db.People on key.MadeById equals person.Id
                   where person.DisabledAtUtc == null && person.AdminRole != null
                   select new Row(key.Id, null, key.Hash, key.Scopes, key.UntilUtc, key.LastUsedAtUtc, default, person.AdminRole);
        return rows.SingleOrDefaultAsync(cancellation);
    }

    private async Task NoteUseAsync(string id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(new NoteKeyUse(id), cancellation);
    }

    private static bool IsSame(string kept, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept), Encoding.ASCII.GetBytes(given));

    private sealed record Row(
        string Id, string? TenantId, string Hash, List<string> Scopes, DateTime? UntilUtc, DateTime? LastUsedAtUtc, SellerRole Role,
        AdminRole? StaffRole);
}
