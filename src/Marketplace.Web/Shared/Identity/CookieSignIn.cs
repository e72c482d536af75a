using System.Security.Claims;
using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.Authentication;

namespace Marketplace.Web.Shared.Identity;

/// <summary>Keeps a session in the cookie of <see cref="Session"/>; the guest's cookie ends, its basket was taken over.</summary>
internal sealed class CookieSignIn(IHttpContextAccessor accessor, GuestCookie guests) : ISignIn
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("No request to sign in.");

    public async Task SignInAsync(NewSession session, CancellationToken cancellation)
    {
        var identity = new ClaimsIdentity(
            [new Claim(Session.PersonClaim, session.PersonId), new Claim(Session.StampClaim, session.Stamp)], Session.Scheme);
        await Http.SignInAsync(
            Session.Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = session.Remember });
        guests.Clear(Http);
    }

    public Task SignOutAsync(CancellationToken cancellation) => Http.SignOutAsync(Session.Scheme);
}
