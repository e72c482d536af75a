using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Growth.Content.Pages;
using Marketplace.Tests.World;

namespace Marketplace.Web.Tests.World;

/// <summary>
/// A page of the platform's own in two revisions, in the footer; a collection picked by hand, one by rule, and a banner.
/// </summary>
internal static class OwnPages
{
    public const string Slug = "about";
    public const string Locale = "en-US";
    public const string Collection = "for-the-table";

    public static async Task<string> WritePagesAsync(this TestMarket market)
    {
        var (site, ada) = (market.Site, await market.CallerAsync(TestMarket.Ada));
        var about = new SavePage(Slug, Locale, 0, "About the lanes", "Who runs them", "# Two people\n\nAnd a cat.", Publish: true);
        (await site.SendAsync(ada, about)).Required();
        (await site.SendAsync(ada, about with { BasedOn = 1, Body = "# Three people", Publish = false })).Required();
        (await site.SendAsync(ada, new ArrangeFooter([Slug]))).Done();
        var mugs = market.Listings.Values.SelectMany(l => l.Take(2)).Select(l => l.ListingId).ToList();
        (await site.SendAsync(ada, new SaveCollection(Collection, "For the table", "Mugs first", 1, mugs))).Done();
        (await site.SendAsync(ada, new SaveCollection("all-mugs", "All mugs", "", 2, [], null, market.Categories["mugs"]))).Done();
        var words = new BannerWords(BannerPlace.Between, "Open kiln day", "Come and look", "Meet the shops", "/shops", "", "", null, null);
        return (await site.SendAsync(ada, new SaveBanner(null, 0, words))).Required();
    }
}
