using Marketplace.Web.Shared.Http;
using Marketplace.Web.Tests.World;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Tests.Security;

/// <summary>Who may make a browser write: this site's own pages only, and not too often.</summary>
public sealed class WritesTests(SharedSite shared) : IClassFixture<SharedSite>
{
    /// <summary>
    /// Posts without a token, and why: their pages are cached for everybody (hearts and "follow" stand on them), they change
    /// nothing of anybody's, or a mail program sends them by a signed link. Origin and Sec-Fetch-Site guard them.
    /// </summary>
    private static readonly string[] WithoutToken =
        ["/market", "/error/{status}", "/cart", "/bag/add", "/p/{slug}", "/design", "/saved", "/account/shops", "/unsubscribe/{token}",
            "/back-in-stock/{token}"];

    private readonly WebSite _site = shared.Site;

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://lanes.test.evil.example")]
    [InlineData("Origin", "http://lanes.test:81")]
    public async Task A_write_that_another_sites_page_made_a_browser_send_is_refused(string header, string value)
    {
        using var visitor = _site.Visitor();
        var found = new List<string>();

        foreach (var route in await PostsAsync())
        {
            var path = route.Path(_ => "anything");
            var answer = await visitor.SendAsync(
                HttpMethod.Post, path, new FormUrlEncodedContent([visitor.Token()]),
                header == "Origin" ? ("Sec-Fetch-Site", "") : (header, value), (header, value));
            // A work area that the visitor has no part in answers before.
            if (answer.Code is not (403 or 404 or 401)) found.Add($"{route.Name}: {answer.Said}");
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task Every_form_needs_its_token_except_those_that_say_why_not()
    {
        using var visitor = _site.Visitor();
        var found = new List<string>();

        foreach (var route in (await PostsAsync()).Where(r => r.IsPage && !WithoutToken.Contains(r.Pattern)))
        {
            var answer = await visitor.SendAsync(HttpMethod.Post, route.Path(_ => "anything"), new FormUrlEncodedContent([]));
            if (answer.Code is not (400 or 401 or 404)) found.Add($"{route.Name}: {answer.Said}");
            if (route.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null) found.Add($"{route.Name} ignores tokens");
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task Another_persons_token_does_not_fit()
    {
        using var other = _site.Visitor().SignedInAs("somebody", "stamp");
        using var visitor = _site.Visitor();
        var stolen = other.Token();
        visitor.Token();
        var found = new List<string>();

        foreach (var route in (await PostsAsync()).Where(r => r.IsPage && !WithoutToken.Contains(r.Pattern)))
        {
            var answer = await visitor.SendAsync(HttpMethod.Post, route.Path(_ => "anything"), new FormUrlEncodedContent([stolen]));
            if (answer.Code is not (400 or 401 or 404)) found.Add($"{route.Name}: {answer.Said}");
        }

        Nothing.In(found);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\tevil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http:evil.example")]
    public async Task No_answer_sends_a_visitor_to_an_address_that_somebody_else_wrote(string target)
    {
        using var visitor = _site.Visitor();
        var found = new List<string>();

        foreach (var route in await SiteRoute.AllAsync(_site))
        {
            var path = route.Path(_ => "anything");
            var query = (path.Contains('?') ? "&" : "?") + "returnUrl=" + Uri.EscapeDataString(target);
            var answer = route.Reads
                ? await visitor.GetAsync(path + query)
                : await visitor.PostAsync(path + query, ("returnUrl", target), ("ReturnUrl", target), ("Input.ReturnUrl", target));
            if (answer.Location?.ToString().Replace("%2F", "/", StringComparison.OrdinalIgnoreCase) is { } leads
                && !leads.StartsWith("/login", StringComparison.Ordinal)
                && leads.Contains("evil", StringComparison.Ordinal)
                && !leads.StartsWith(route.Path(_ => "anything").Split('?')[0], StringComparison.Ordinal))
                found.Add($"{route.Name} leads to {leads}");
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task What_a_stranger_says_about_forwarding_is_not_believed()
    {
        using var visitor = _site.Visitor();

        var answer = await visitor.SendAsync(
            HttpMethod.Post, "/market", new FormUrlEncodedContent([new("country", "DE")]),
            ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-For", "203.0.113.9"));

        Assert.Equal("/", answer.LeadsTo);
        Assert.DoesNotContain("secure", Assert.Single(answer.Cookies), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_whatever_address_they_claim()
    {
        var limits = ((string[])["login", "register", "search", "api"]).Select(l => ("RateLimits:" + l, "2")).ToArray();
        await using var site = await WebSite.StartAsync(limits);
        using var visitor = site.Visitor();
        var limited = (await SiteRoute.AllAsync(site))
            .Where(r => r.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null)
            // Looking at a form is free where only tries count.
            .OrderBy(r => r.Reads).DistinctBy(r => r.Metadata.GetMetadata<EnableRateLimitingAttribute>()!.PolicyName).ToList();

        foreach (var route in limited)
        {
            var answers = new List<Answer>();
            for (var i = 0; i < 6; i++)
                answers.Add(await visitor.SendAsync(
                    new HttpMethod(route.Method), route.Path(_ => "anything"),
                    route.Reads ? null : new FormUrlEncodedContent([visitor.Token()]), ("X-Forwarded-For", $"203.0.113.{i}")));

            var last = answers[^1];
            Assert.True(last.Code == 429, $"{route.Name}: {last.Said}");
            Assert.InRange(int.Parse(last.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        }

        Assert.NotEmpty(limited);
    }

    private async Task<IEnumerable<SiteRoute>> PostsAsync() => (await SiteRoute.AllAsync(_site))
        .Where(r => r.Method == "POST" && r.Metadata.GetMetadata<ForMachines>() is null
            && !r.Pattern.StartsWith("/stripe-simulator", StringComparison.Ordinal)
            && !r.Pattern.StartsWith("/error", StringComparison.Ordinal));
}
