using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Shared.Tenancy;

public sealed class ShopHostsTests(SharedSite shared) : IClassFixture<SharedSite>
{
    [Fact]
    public async Task A_host_of_no_shop_shows_nothing_of_the_platform()
    {
        using var visitor = shared.Site.Visitor();

        var answer = await visitor.SendAsync(HttpMethod.Get, "http://nobody." + WebSite.Host + "/", null);

        Assert.True(answer.Code == 404, answer.Said);
    }

    [Fact]
    public async Task A_forwarded_host_from_no_known_proxy_is_not_believed()
    {
        using var visitor = shared.Site.Visitor();

        var answer = await visitor.SendAsync(HttpMethod.Get, "/robots.txt", null, ("X-Forwarded-Host", "elsewhere.example"));

        Assert.True(answer.Code == 200, answer.Said);
        Assert.Contains("Sitemap: " + WebSite.Url, answer.Body, StringComparison.Ordinal);
    }
}
