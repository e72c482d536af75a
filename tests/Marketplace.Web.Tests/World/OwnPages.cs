using Marketplace.Growth.Content.Pages;
using Marketplace.Tests.World;

namespace Marketplace.Web.Tests.World;

/// <summary>A page of the platform's own in two revisions, in the footer.</summary>
internal static class OwnPages
{
    public const string Slug = "about";
    public const string Locale = "en-US";

    public static async Task WritePagesAsync(this TestMarket market)
    {
        var (site, ada) = (market.Site, await market.CallerAsync(TestMarket.Ada));
        var about = new SavePage(Slug, Locale, 0, "About the lanes", "Who runs them", "# Two people\n\nAnd a cat.", Publish: true);
        (await site.SendAsync(ada, about)).Required();
        (await site.SendAsync(ada, about with { BasedOn = 1, Body = "# Three people", Publish = false })).Required();
        (await site.SendAsync(ada, new ArrangeFooter([Slug]))).Done();
    }
}
