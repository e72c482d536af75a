using System.Security.Claims;
using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.Authentication;

namespace Marketplace.Web.Shared.Identity;

/// <summary>
/// Keeps a session in the cookie of <see cref="Session"/>; the guest's cookie ends, its basket was taken over, and so does
/// the note between the steps.
/// </summary>
internal sealed class CookieSignIn(IHttpContextAccessor accessor, GuestCookie guests, HalfCookie halves) : ISignIn
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("No request to sign in.");

    public Device Device => new(
        DeviceWords.Of(Http.Request.Headers.UserAgent.ToString()), DeviceWords.NetworkOf(Http.Connection.RemoteIpAddress));

    public HalfSignIn? Half => halves.Read(Http);

    public async Task SignInAsync(NewSession session, CancellationToken cancellation)
    {
        var identity = new ClaimsIdentity(
            [new Claim(Session.PersonClaim, session.PersonId), new Claim(Session.SessionClaim, session.SessionId)],
            Session.Scheme);
        await Http.SignInAsync(
            Session.Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = session.Remember });
        guests.Clear(Http);
        halves.Clear(Http);
    }

    public Task SignOutAsync(CancellationToken cancellation) => Http.SignOutAsync(Session.Scheme);

    public void Await(HalfSignIn half) => halves.Write(Http, half);

    public async Task<ExternalIdentity?> ReadExternalAsync(CancellationToken cancellation)
    {
        var said = await Http.AuthenticateAsync(External.Scheme);
        if (!said.Succeeded) return null;
        await Http.SignOutAsync(External.Scheme);
        return External.Read(said.Principal);
    }
}
