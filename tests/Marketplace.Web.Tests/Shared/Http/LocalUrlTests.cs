using Marketplace.Web.Shared.Http;

namespace Marketplace.Web.Tests.Shared.Http;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=mug&page=2")]
    public void A_path_of_this_host_is_followed(string url) => Assert.Equal(url, LocalUrl.Or(url, "/otherwise"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("javascript:alert(1)")]
    public void Anything_that_leads_elsewhere_is_not(string? url) => Assert.Equal("/otherwise", LocalUrl.Or(url, "/otherwise"));
}
