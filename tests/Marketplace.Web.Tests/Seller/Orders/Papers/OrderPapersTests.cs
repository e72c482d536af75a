using System.Globalization;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Marketplace.Web.Seller.Orders.Papers;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using UglyToad.PdfPig;

namespace Marketplace.Web.Tests.Seller.Orders.Papers;

/// <summary>Papers are read back as a program or a blind person would read them.</summary>
public sealed class OrderPapersTests
{
    private static readonly PaperSender From = new("Kiln & Clay", ["Am Markt 1", "99423 Weimar", "Germany"]);

    [Fact]
    public void Names_in_three_alphabets_can_be_read_back_and_what_the_font_lacks_is_a_box()
    {
        var text = Read(PaperKind.Slip, Order("Łucja Świętość", "Αθήνα Οδός 4", "Невский проспект 1"), Order("山田 😀 太郎", "x", "y"));

        foreach (var name in (string[])["Łucja Świętość", "Αθήνα Οδός 4", "Невский проспект 1", "Stoneware mug", "Kiln & Clay"])
            Assert.Contains(name, text);
        Assert.Contains("□□ □ □□", text);
        Assert.DoesNotContain("24.00", text);
    }

    [Fact]
    public void Long_names_wrap_within_the_page_and_long_orders_go_on_with_the_number_on_every_page()
    {
        var endless = new string('Ж', 120);
        var order = Order("Mara", "Oude Delft 14", "2611 XK");
        var line = order.Part.Lines[0] with { Title = endless, Sku = new string('S', 64) };
        order = order with { Part = order.Part with { Lines = [.. Enumerable.Repeat(line, 40)] } };

        using var file = PdfDocument.Open(Write(PaperKind.Sheet, order));

        Assert.True(file.NumberOfPages > 1);
        foreach (var page in file.GetPages())
        {
            Assert.Contains("100042-1", page.Text);
            Assert.All(page.Letters, l => Assert.InRange(l.BoundingBox.Right, 0, page.Width - 40));
            Assert.All(page.Letters, l => Assert.InRange(l.BoundingBox.Bottom, 40, page.Height));
        }

        Assert.Equal(40 * 120, file.GetPages().Sum(p => p.Text.Count(c => c == 'Ж')));
        Assert.Contains("€24.00", file.GetPage(1).Text);
    }

    [Theory]
    [InlineData(LabelSize.A6, 298, 420)]
    [InlineData(LabelSize.FourBySix, 288, 432)]
    public void A_label_has_the_size_of_its_paper_and_says_that_it_is_no_postage(LabelSize size, int width, int height)
    {
        using var file = PdfDocument.Open(Write(PaperKind.Label, size, Order("Mara", "Oude Delft 14", "2611 XK"), Order("Otto", "a", "b")));

        Assert.Equal(2, file.NumberOfPages);
        Assert.Equal((width, height), ((int)Math.Round(file.GetPage(1).Width), (int)Math.Round(file.GetPage(1).Height)));
        Assert.Contains("It is not postage", file.GetPage(2).Text);
        Assert.Contains("Mara", file.GetPage(1).Text);
        Assert.DoesNotContain("Mara", file.GetPage(2).Text);
    }

    [Fact]
    public void Every_letter_of_two_hundred_and_sixty_different_ones_is_there()
    {
        var letters = string.Concat(Enumerable.Range(0x0100, 0x80).Concat(Enumerable.Range(0x0400, 0x60)).Concat(Enumerable.Range(0x03b1, 24))
            .Select(c => (char)c));

        var text = Read(PaperKind.Slip, Order(letters[..120], letters[120..240], letters[240..]));

        Assert.All(letters.Normalize(), c => Assert.Contains(c, text));
    }

    private static string Read(PaperKind kind, params OrderPaper[] orders)
    {
        using var file = PdfDocument.Open(Write(kind, orders));
        return string.Join('\n', file.GetPages().Select(p => p.Text));
    }

    private static byte[] Write(PaperKind kind, params OrderPaper[] orders) => Write(kind, LabelSize.A6, orders);

    private static byte[] Write(PaperKind kind, LabelSize size, params OrderPaper[] orders)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new CultureInfo("en-US"), new CultureInfo("en-US"));
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddWords()
            .AddSingleton<DisplayClock>().BuildServiceProvider();
        return new OrderPapers(
            services.GetRequiredService<IStringLocalizer<Words>>(), services.GetRequiredService<DisplayClock>(), From).Write(kind, orders, size);
    }

    private static OrderPaper Order(string name, string line1, string line2)
    {
        var day = new DateOnly(2026, 3, 4);
        var line = new LineView("l", "li", "s", "Stoneware mug", "Blue", null, "MUG-1", 1, 0, 0, 0, 2400, 2400, 417, 2100);
        var part = new PartView(
            "p", "t", "100042-1", FulfilmentState.Accepted, "Kiln & Clay", "kiln", "EUR", 2400, 395, 417, true, 2795, "Parcel", day, day,
            day, null, null, null, false, null, null, [line], [], []);
        var to = new Address { Name = name, Line1 = line1, Line2 = line2, Postcode = "2611 XK", City = "Delft", Country = "NL" };
        return new OrderPaper(part, name, null, to, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));
    }
}
