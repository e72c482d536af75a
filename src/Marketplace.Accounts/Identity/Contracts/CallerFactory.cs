using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>Who a session belongs to, as far as headers and menus need it.</summary>
/// <param name="Shops">In how many teams they are.</param>
public sealed record SignedInPerson(
    string PersonId, string BuyerId, string Name, string Email, string SessionId, int Shops);

/// <param name="TenantId">The shop that staff look at for its seller.</param>
public sealed record RunningView(string TenantId, DateTime UntilUtc);

/// <param name="Person">Null for a guest.</param>
/// <param name="Role">The role in the seller asked for.</param>
/// <param name="View">Runs in this session, wherever the request goes.</param>
public sealed record FoundCaller(
    Caller Caller, SignedInPerson? Person = null, SellerRole? Role = null, RunningView? View = null);

/// <summary>
/// From a session to a <see cref="Caller"/>, with one query. Read on every request before anything else, hence
/// outside the pipeline, which already needs a caller. A session that was ended, a changed password, a blocked account,
/// a role taken away: all work at the next request.
/// </summary>
public sealed class CallerFactory(
    IServiceScopeFactory scopes, IDatabaseProvider database, IOptions<SecurityOptions> security, TimeProvider clock)
{
    /// <summary>Fine enough for "last seen", seldom enough to cost nothing.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);

    /// <param name="sessionId">From the session's cookie; null for a guest.</param>
    /// <param name="tenantId">The seller whose dashboard is asked for; null everywhere else.</param>
    /// <param name="guestBuyerId">From the guest's cookie; counts only while nobody is signed in.</param>
    /// <returns>Null where a seller was named and the person is no member: the place does not exist for them.</returns>
    public async Task<FoundCaller?> FindAsync(
        string? sessionId, string? tenantId, string? guestBuyerId, CancellationToken cancellation)
    {
        var found = sessionId is null ? null : await ReadAsync(sessionId, tenantId, cancellation);
        if (found is null)
            return tenantId is null ? new FoundCaller(new Caller(BuyerId: guestBuyerId)) : null;
        var now = clock.GetUtcNow().UtcDateTime;
        var view = found.ViewTenantId is { } viewed && found.ViewUntilUtc > now && MayView(found.AdminRole)
            ? new RunningView(viewed, found.ViewUntilUtc.Value) : null;
        var person = new SignedInPerson(found.PersonId, found.BuyerId, found.Name, found.Email, sessionId!, found.Shops);
        var missing = security.Value.SecondFactorRequired && !found.SecondFactor;
        var caller = new Caller(
            found.PersonId, tenantId, found.BuyerId, SessionId: sessionId, ProvedAtUtc: found.ProvedAtUtc,
            SecondFactorMissing: missing);
        if (tenantId is null)
        {
            var admin = found.AdminRole is { } adminRole ? AdminPermissions.Of(adminRole) : null;
            return new FoundCaller(caller with { AdminPermissions = admin }, person, View: view);
        }

        if (found.Role is { } role)
        {
            var own = caller with { SellerPermissions = SellerPermissions.Of(role) };
            return new FoundCaller(
                found.AdminRole is { } also ? own with { AdminPermissions = AdminPermissions.Of(also) } : own, person, role, view);
        }

        // Looking for the seller: sees what its owner sees, as nobody's buyer, and writes nothing.
        return view?.TenantId == tenantId && !missing
            ? new FoundCaller(
                caller with
                {
                    BuyerId = null,
                    SellerPermissions = SellerPermissions.Of(SellerRole.Owner),
                    IsReadOnly = true,
                }, person, View: view)
            : null;
    }

    /// <summary>A role that lost the right meanwhile ends the view with it.</summary>
    private static bool MayView(AdminRole? role) =>
        role is { } staff && AdminPermissions.Of(staff).Contains(AdminPermissions.Sellers);

    private async Task<Row?> ReadAsync(string sessionId, string? tenantId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var memberships = db.Memberships;
        var row = await db.People.AsNoTracking()
            .Join(db.Sessions, p => p.Id, s => s.PersonId, (p, s) => new { p, s })
            .Where(x => x.s.Id == sessionId && x.s.EndedAtUtc == null && x.s.Stamp == x.p.SecurityStamp
                && x.p.DisabledAtUtc == null)
            .Select(x => new Row(
                x.p.Id, x.p.BuyerId, x.p.Name, x.p.Email!, x.p.AdminRole,
                memberships.Where(m => m.PersonId == x.p.Id && m.TenantId == tenantId)
                    .Select(m => (SellerRole?)m.Role).FirstOrDefault(),
                memberships.Count(m => m.PersonId == x.p.Id), x.s.SeenAtUtc, x.s.ProvedAtUtc, x.s.SecondFactor,
                x.s.ViewTenantId, x.s.ViewUntilUtc))
            .SingleOrDefaultAsync(cancellation);
        if (row is not null) await SeeAsync(db, sessionId, row, cancellation);
        return row;
    }

    private async Task SeeAsync(PlatformDb db, string sessionId, Row row, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (now - row.SeenAtUtc < SeenEvery) return;
        using var turn = await database.EnterWriteAsync(cancellation);
        await db.Sessions.Where(s => s.Id == sessionId && s.SeenAtUtc < now)
            .ExecuteUpdateAsync(s => s.SetProperty(one => one.SeenAtUtc, now), cancellation);
    }

    private sealed record Row(
        string PersonId, string BuyerId, string Name, string Email, AdminRole? AdminRole, SellerRole? Role, int Shops,
        DateTime SeenAtUtc, DateTime ProvedAtUtc, bool SecondFactor, string? ViewTenantId, DateTime? ViewUntilUtc);
}
