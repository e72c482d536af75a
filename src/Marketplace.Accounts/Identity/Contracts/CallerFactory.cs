using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>Who a session belongs to, as far as headers and menus need it.</summary>
public sealed record SignedInPerson(string PersonId, string BuyerId, string Name, string Email, bool EmailConfirmed);

/// <param name="Person">Null for a guest.</param>
/// <param name="Role">The role in the seller asked for.</param>
public sealed record FoundCaller(Caller Caller, SignedInPerson? Person = null, SellerRole? Role = null);

/// <summary>
/// From a session to a <see cref="Caller"/>, with one query. Read on every request before anything else, hence
/// outside the pipeline, which already needs a caller.
/// </summary>
public sealed class CallerFactory(IServiceScopeFactory scopes)
{
    /// <param name="personId">From the session's cookie; null for a guest.</param>
    /// <param name="stamp">The session's security stamp: another one means the session was ended.</param>
    /// <param name="tenantId">The seller whose dashboard is asked for; null everywhere else.</param>
    /// <param name="guestBuyerId">From the guest's cookie; counts only while nobody is signed in.</param>
    /// <returns>Null where a seller was named and the person is no member: the place does not exist for them.</returns>
    public async Task<FoundCaller?> FindAsync(
        string? personId, string? stamp, string? tenantId, string? guestBuyerId, CancellationToken cancellation)
    {
        var found = personId is null || stamp is null
            ? null
            : await ReadAsync(personId, stamp, tenantId, cancellation);
        if (found is null)
            return tenantId is null ? new FoundCaller(new Caller(BuyerId: guestBuyerId)) : null;
        if (tenantId is not null && found.Role is null) return null;
        return new FoundCaller(
            new Caller(
                personId, tenantId, found.BuyerId,
                found.Role is { } role ? SellerPermissions.Of(role) : null,
                found.AdminRole is { } admin ? AdminPermissions.Of(admin) : null),
            new SignedInPerson(personId!, found.BuyerId, found.Name, found.Email, found.EmailConfirmed), found.Role);
    }

    private async Task<Row?> ReadAsync(
        string personId, string stamp, string? tenantId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var memberships = db.Memberships;
        return await db.People.AsNoTracking()
            .Where(p => p.Id == personId && p.SecurityStamp == stamp && p.DisabledAtUtc == null)
            .Select(p => new Row(
                p.BuyerId, p.Name, p.Email!, p.EmailConfirmed, p.AdminRole,
                memberships.Where(m => m.PersonId == p.Id && m.TenantId == tenantId)
                    .Select(m => (SellerRole?)m.Role).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellation);
    }

    private sealed record Row(
        string BuyerId, string Name, string Email, bool EmailConfirmed, AdminRole? AdminRole, SellerRole? Role);
}
