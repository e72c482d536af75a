using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Marketplace.Web.Shared.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Tests.World;

/// <summary>
/// Somebody with a browser: keeps cookies, follows no redirect by itself, says where a form was sent from. Sessions
/// are sealed with the host's own keys, so that signing in costs no password.
/// </summary>
public sealed class Visitor : IDisposable
{
    private readonly WebSite _site;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private ClaimsPrincipal _user = new(new ClaimsIdentity());

    internal Visitor(WebSite site)
    {
        _site = site;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, CookieContainer = _cookies, ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, site.Address.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = new Uri(WebSite.Url), Timeout = TimeSpan.FromSeconds(60),
        };
    }

    public HttpClient Http => _http;

    public Visitor SignedInAs(string personId, string sessionId)
    {
        _user = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(Session.PersonClaim, personId), new Claim(Session.SessionClaim, sessionId)], Session.Scheme));
        var now = _site.Clock.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(12) };
        properties.SetString("began", now.ToString("O"));
        var cookies = _site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Scheme);
        var sealedTicket = cookies.TicketDataFormat.Protect(new AuthenticationTicket(_user, properties, Session.Scheme));
        return With(cookies.Cookie.Name!, sealedTicket);
    }

    /// <summary>A guest who has a basket already.</summary>
    public Visitor AsGuest(string buyerId)
    {
        var seal = _site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("guest-buyer");
        return With(
            _site.Services.GetRequiredService<CookieNames>().Guest,
            seal.ToTimeLimitedDataProtector().Protect(buyerId, TimeSpan.FromDays(1)));
    }

    public Visitor With(string cookie, string value)
    {
        _cookies.Add(new Uri(WebSite.Url), new Cookie(cookie, value) { Path = "/" });
        return this;
    }

    public string? Cookie(string name) => _cookies.GetCookies(new Uri(WebSite.Url))[name]?.Value;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Posts a form with a valid token, as this site's own page would.</summary>
    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Append(Token())));

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (method != HttpMethod.Get) request.Headers.Add("Sec-Fetch-Site", "same-origin");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        return await Answer.ReadAsync(response, _site);
    }

    /// <summary>A form's token for this visitor; its other half goes into a cookie.</summary>
    public KeyValuePair<string, string> Token()
    {
        var http = new DefaultHttpContext { RequestServices = _site.Services, User = _user };
        var tokens = _site.Services.GetRequiredService<IAntiforgery>().GetTokens(http);
        var options = _site.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        With(options.Cookie.Name!, tokens.CookieToken!);
        return KeyValuePair.Create(options.FormFieldName, tokens.RequestToken!);
    }

    public void Dispose() => _http.Dispose();
}
