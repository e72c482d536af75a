using Marketplace.Growth.Search.Contracts;
using Marketplace.Web.Storefront.Browse;
using Microsoft.AspNetCore.Http;

namespace Marketplace.Web.Tests.Storefront.Browse;

public sealed class ListingQueryTests
{
    private static readonly Kernel.Tenancy.Market Market = new("US", "USD", "en-US");

    [Fact]
    public void An_address_says_words_filters_price_and_order()
    {
        var query = Read("?q= mug &f.colour=moss&f.colour=sand&from=10&to=40&rating=4&stock=1&sort=-price&page=3&n.width.from=5");

        Assert.Equal("mug", query.Text);
        Assert.Equal(["moss", "sand"], Assert.Single(query.Filters).Values);
        Assert.Equal(new PriceFilter(1000, 4000), query.Price);
        Assert.Equal((4, true, SearchSort.PriceDescending, 3), (query.Rating, query.InStockOnly, query.Sort, query.Page));
        Assert.Equal(new NumberFilter("width", 5, null), Assert.Single(query.Numbers));
    }

    [Theory]
    [InlineData("?page=-1&rating=9&sort=evil&from=abc&to=1e9&n.x.from=NaN&n.=1&f.colour=")]
    [InlineData("?page=99999999999&rating=&from=-5")]
    public void What_cannot_be_read_is_left_out(string address)
    {
        var query = Read(address);

        Assert.Equal((1, null, SearchSort.Relevance), (query.Page, query.Rating, query.Sort));
        Assert.Null(query.Price);
        Assert.Empty(query.Numbers);
        Assert.Empty(query.Filters);
    }

    [Fact]
    public void Taking_one_value_away_keeps_the_others_and_begins_at_the_first_page()
    {
        var query = Read("?q=mug&f.colour=moss&f.colour=sand&page=3");

        Assert.Equal("/search?q=mug&f.colour=sand", query.Without("f.colour", "moss"));
        Assert.Equal("/search?q=mug", query.Without("f.colour"));
        Assert.Equal("/search?q=mug", query.Cleared);
    }

    [Fact]
    public void What_is_not_ours_never_comes_back_in_a_link()
    {
        var query = Read("?q=mug&utm_source=mail&f.colour=moss");

        Assert.DoesNotContain("utm_source", query.With("stock", "1"), StringComparison.Ordinal);
    }

    private static ListingQuery Read(string address)
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = ("/search", new QueryString(address.Replace(" ", "%20", StringComparison.Ordinal)));
        return new ListingQuery(request, Market);
    }
}
