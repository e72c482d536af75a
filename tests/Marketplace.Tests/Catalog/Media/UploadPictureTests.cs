using System.Text;
using Marketplace.Catalog.Media;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Kernel.Tenancy;
using NetVips;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Media;

public sealed class UploadPictureTests
{
    [Fact]
    public async Task An_upload_becomes_webp_in_every_size_and_belongs_to_its_seller_alone()
    {
        await using var world = await StartAsync();

        var picture = (await world.Host.SendAsync(Potter, new UploadPicture(TestPictures.Png(1500, 1000), "C:\\photos\\vase.png"))).Required();

        Assert.Equal(("vase.png", 960, 640), (picture.FileName, picture.Width, picture.Height));
        foreach (var width in PictureSizes.All)
        {
            using var image = Image.NewFromBuffer(await ReadAsync(world, picture.Ref, width));
            Assert.Equal(width, image.Width);
        }

        Assert.Contains(picture, (await world.Host.SendAsync(Potter, new ListLibrary())).Required());
        Assert.DoesNotContain(picture, (await world.Host.SendAsync(KilnMaster, new ListLibrary())).Required());
    }

    [Fact]
    public async Task The_same_picture_again_is_the_same_entry_and_two_sellers_share_its_files()
    {
        await using var world = await StartAsync();
        var upload = new UploadPicture(TestPictures.Png(400, 400), "a.png");

        var first = (await world.Host.SendAsync(Potter, upload)).Required();
        await world.Host.SendAsync(Potter, upload);
        var theirs = (await world.Host.SendAsync(KilnMaster, upload)).Required();

        Assert.Equal(first.Ref, theirs.Ref);
        Assert.Equal(2, (await world.Host.SendAsync(Potter, new ListLibrary())).Required().Count);
    }

    [Fact]
    public async Task A_phones_picture_is_turned_upright_and_says_nothing_of_its_owner()
    {
        await using var world = await StartAsync();

        var picture = (await world.Host.SendAsync(Potter, new UploadPicture(TestPictures.SidewaysJpeg(800, 400), "p.jpg"))).Required();
        var bytes = await ReadAsync(world, picture.Ref, PictureSizes.Master);

        Assert.Equal((400, 800), (picture.Width, picture.Height));
        Assert.DoesNotContain("my home address", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_whatever_its_name()
    {
        await using var world = await StartAsync();
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'/>"u8.ToArray();
        var cut = TestPictures.Png(400, 400)[..60];

        Assert.Equal("picture.not-a-picture", await CodeAsync(world, svg));
        Assert.Equal("picture.not-a-picture", await CodeAsync(world, cut));
        Assert.Equal("picture.not-a-picture", await CodeAsync(world, []));
        Assert.Equal("picture.not-a-picture", await CodeAsync(world, "MZ this is a program"u8.ToArray()));
        Assert.Equal("picture.too-small", await CodeAsync(world, TestPictures.Png(199, 400)));
        Assert.Equal("picture.too-large", await CodeAsync(world, TestPictures.Png(8000, 5001)));
        Assert.Equal("picture.too-heavy", await CodeAsync(world, new byte[15 * 1024 * 1024 + 1]));
    }

    [Fact]
    public async Task The_job_makes_the_small_sizes_ahead()
    {
        await using var world = await StartAsync();
        await world.Host.SendAsync(Potter, new UploadPicture(TestPictures.Png(400, 400), "a.png"));

        Assert.Equal("made the sizes of 2 of 2 pictures", await world.Host.RunJobAsync("make-picture-sizes"));
        Assert.Equal("made the sizes of 0 of 0 pictures", await world.Host.RunJobAsync("make-picture-sizes"));
    }

    [Theory]
    [InlineData("../../etc/passwd", 960)]
    [InlineData("00", 960)]
    [InlineData(null, 961)]
    public async Task Nothing_else_is_served(string? pictureRef, int width)
    {
        await using var world = await StartAsync();

        var answer = await world.Host.SendAsync(Caller.Anonymous, new OpenPicture(pictureRef ?? world.Picture, width));

        Assert.Equal("picture.not-found", answer.Error?.Code);
    }

    [Fact]
    public async Task Only_who_edits_listings_uploads()
    {
        await using var world = await StartAsync();
        var upload = new UploadPicture(TestPictures.Png(400, 400), "a.png");

        Assert.Equal("access.not-found", (await world.Host.SendAsync(Caller.Anonymous, upload)).Error?.Code);
        Assert.Equal("access.missing-permission", (await world.Host.SendAsync(Staff(Pottery, "orders"), upload)).Error?.Code);
    }

    private static async Task<string?> CodeAsync(CatalogWorld world, byte[] content) =>
        (await world.Host.SendAsync(Potter, new UploadPicture(content, "picture.png"))).Error?.Code;

    private static async Task<byte[]> ReadAsync(CatalogWorld world, string pictureRef, int width)
    {
        await using var content = (await world.Host.SendAsync(Caller.Anonymous, new OpenPicture(pictureRef, width))).Required();
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer);
        return buffer.ToArray();
    }
}
