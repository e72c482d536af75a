using System.Net;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Security;

public sealed class HeadersTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly WebSite _site = shared.Site;

    [Theory]
    [InlineData("/")]
    [InlineData("/login")]
    [InlineData("/nothing-here")]
    [InlineData("/assets/shop.css")]
    [InlineData("/img/logo.svg")]
    public async Task Every_answer_carries_the_headers_that_protect_its_reader(string path)
    {
        using var visitor = _site.Visitor();

        var answer = await visitor.GetAsync(path);

        var policy = answer.Headers["Content-Security-Policy"];
        foreach (var part in (string[])
            ["default-src 'none'", "script-src 'self';", "style-src 'self';", "img-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
            Assert.Contains(part, policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("strict-origin-when-cross-origin", answer.Headers["Referrer-Policy"]);
        Assert.Equal("same-origin", answer.Headers["Cross-Origin-Opener-Policy"]);
        Assert.False(answer.Headers.ContainsKey("X-Powered-By"));
    }

    [Fact]
    public async Task No_page_contains_inline_script_style_or_handlers_that_the_policy_would_refuse()
    {
        using var visitor = _site.Visitor();
        var found = new List<string>();

        foreach (var route in (await SiteRoute.AllAsync(_site)).Where(r => r.Reads && r.IsPage && !r.Parameters.Any()))
        {
            var answer = await visitor.GetAsync(route.Path(_ => ""));
            if (!answer.IsHtml) continue;
            found.AddRange(answer.Page.All
                .Where(e => e is { LocalName: "script" } && !e.HasAttribute("src") && e.GetAttribute("type") != "application/ld+json"
                    || e is { LocalName: "style" } || e.HasAttribute("style")
                    || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)))
                .Select(e => $"{route.Pattern}: {e.OuterHtml[..Math.Min(e.OuterHtml.Length, 120)]}"));
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task No_page_asks_another_host_for_anything()
    {
        using var visitor = _site.Visitor();
        var found = new List<string>();

        foreach (var route in (await SiteRoute.AllAsync(_site)).Where(r => r.Reads && r.IsPage && !r.Parameters.Any()))
        {
            var answer = await visitor.GetAsync(route.Path(_ => ""));
            if (!answer.IsHtml) continue;
            found.AddRange(from element in answer.Page.QuerySelectorAll("[src], link[rel~=stylesheet], link[rel~=icon], link[rel~=preload]")
                           let address = element.GetAttribute("src") ?? element.GetAttribute("href")
                           where address is not null && !address.StartsWith('/') && !address.StartsWith("data:", StringComparison.Ordinal)
                           select $"{route.Pattern}: {address}");
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task Over_https_cookies_are_bound_to_the_host_and_secure()
    {
        await using var site = await WebSite.StartAsync(("Platform:Url", "https://" + WebSite.Host), ("Platform:KnownProxies:0", "127.0.0.1"));
        using var visitor = site.Visitor();

        var answer = await visitor.SendAsync(
            HttpMethod.Post, "/market", new FormUrlEncodedContent([new("country", "DE")]), ("X-Forwarded-Proto", "https"));

        var cookie = Assert.Single(answer.Cookies);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var names = (Web.Shared.Identity.CookieNames)site.Services.GetService(typeof(Web.Shared.Identity.CookieNames))!;
        Assert.StartsWith("__Host-", names.Session);
        Assert.StartsWith("__Host-", names.Guest);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECTX")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Unusual_methods_are_refused(string method)
    {
        using var visitor = _site.Visitor();

        var answer = await visitor.SendAsync(new HttpMethod(method), "/", null);

        Assert.InRange(answer.Code, 400, 499);
    }

    [Theory]
    [InlineData("/appsettings.json")]
    [InlineData("/..%2f..%2fappsettings.json")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/img/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/web.config")]
    [InlineData("/.git/config")]
    [InlineData("/data/marketplace.db")]
    [InlineData("/assets/..%2f..%2fProgram.cs")]
    [InlineData("/media/..%2f..%2f..%2fetc%2fpasswd/320.webp")]
    public async Task Files_that_are_not_for_visitors_are_not_there(string path)
    {
        using var visitor = _site.Visitor();

        var answer = await visitor.GetAsync(path);

        Assert.True(answer.Code is 400 or 404, answer.Said);
    }

    [Fact]
    public async Task Files_are_cached_for_ever_only_under_the_address_of_their_content()
    {
        using var visitor = _site.Visitor();
        var page = await visitor.GetAsync("/nothing-here");
        var style = page.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var hashed = await visitor.GetAsync(style);
        var plain = await visitor.GetAsync(style.Split('?')[0]);
        var old = await visitor.GetAsync(style.Split('?')[0] + "?v=000000000000");

        Assert.Equal(HttpStatusCode.OK, hashed.Status);
        Assert.Contains("immutable", hashed.Headers["Cache-Control"]);
        Assert.DoesNotContain("immutable", plain.Headers["Cache-Control"]);
        Assert.DoesNotContain("immutable", old.Headers["Cache-Control"]);
    }
}
