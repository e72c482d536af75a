using Marketplace.Catalog;
using Marketplace.Catalog.Listings;

namespace Marketplace.Tests.Catalog.Listings;

public sealed class WordsTests
{
    [Theory]
    [InlineData("4006381333931", "04006381333931")]
    [InlineData("96385074", "00000096385074")]
    [InlineData("036000 291452", "00036000291452")]
    [InlineData("4006381333932", null)]
    [InlineData("123", null)]
    [InlineData("40063813339a1", null)]
    [InlineData("", null)]
    public void A_gtin_is_checked_and_put_in_its_long_form(string typed, string? expected) =>
        Assert.Equal(expected, Gtin.Normalise(typed));

    [Theory]
    [InlineData("Crème brûlée & Straße", "creme-brulee-and-strasse")]
    [InlineData("  --Hello,  World!-- ", "hello-world")]
    [InlineData("Potter's mug", "potters-mug")]
    [InlineData("日本", "x")]
    public void A_slug_is_plain(string text, string expected) => Assert.Equal(expected, Slug.From(text));

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("**bold** and *lean* & 2 * 3", "<p><strong>bold</strong> and <em>lean</em> &amp; 2 * 3</p>")]
    [InlineData("## Care\n\nWash\nby hand", "<h3>Care</h3><p>Wash<br>by hand</p>")]
    [InlineData("Has:\n- a\n- b\nand more", "<p>Has:</p><ul><li>a</li><li>b</li></ul><p>and more</p>")]
    [InlineData("", "")]
    public void A_description_becomes_safe_html(string text, string expected) => Assert.Equal(expected, Description.ToHtml(text));

    [Fact]
    public void Its_words_alone_have_no_marks() =>
        Assert.Equal("Care\nWash by hand\na b", Description.ToText("## Care\n\nWash **by** hand\n- a\n- *b*"));
}
