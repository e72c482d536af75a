using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Storefront;

public sealed class CachedPagesTests(SharedSite shared) : IClassFixture<SharedSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/new")]
    [InlineData("/shops")]
    [InlineData("/search?q=mug")]
    [InlineData("/help/returns")]
    public async Task A_stranger_gets_a_page_without_cookie_or_token_and_the_next_one_gets_the_same(string path)
    {
        using var visitor = shared.Site.Visitor();

        var first = await visitor.GetAsync(path);
        var second = await visitor.GetAsync(path);

        Assert.True(first.Code == 200, first.Said);
        Assert.Empty(first.Cookies);
        Assert.DoesNotContain("__RequestVerificationToken", first.Body, StringComparison.Ordinal);
        Assert.True(second.Headers.ContainsKey("Age"));
    }

    [Fact]
    public async Task Another_country_gets_its_own_copy()
    {
        using var american = shared.Site.Visitor().With("market", "US.USD.en-US");
        using var german = shared.Site.Visitor().With("market", "DE.EUR.en-US");

        var one = await american.GetAsync("/shops");
        var other = await german.GetAsync("/shops");

        Assert.Contains("US · USD", one.Body, StringComparison.Ordinal);
        Assert.Contains("DE · EUR", other.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_basket_is_never_served_from_the_shared_cache()
    {
        using var stranger = shared.Site.Visitor();
        using var guest = shared.Site.Visitor().AsGuest("01jnxxxxxxxxxxxxxxxxxxxxxx");

        await stranger.GetAsync("/shops?q=x");
        var answer = await guest.GetAsync("/shops?q=x");

        Assert.False(answer.Headers.ContainsKey("Age"), answer.Said);
    }
}
