using Marketplace.Care.Messages;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;
using static Marketplace.Tests.Care.CareWorld;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Care.Messages;

public sealed class MessageTests
{
    [Fact]
    public async Task Both_sides_write_are_told_by_mail_and_see_what_is_new()
    {
        await using var world = await CareWorld.OpenAsync();

        var id = await AskAsync(world, "Is it the same green?");
        await world.Host.DrainAsync();
        Assert.Equal(1, (await world.Host.SendAsync(world.Potter, new GetInboxDuties())).Required().Unanswered);
        world.Host.Clock.Advance(TimeSpan.FromHours(2));
        (await world.Host.SendAsync(world.Potter, new WriteToBuyer(id, "The same bucket of glaze.", []))).Required();
        await world.Host.DrainAsync();

        Assert.Equal(1, (await world.Host.SendAsync(world.Ned, new CountMyUnread())).Required());
        (await world.Host.SendAsync(world.Ned, new MarkReadByBuyer(id))).Done();
        Assert.Equal(0, (await world.Host.SendAsync(world.Ned, new CountMyUnread())).Required());
        Assert.Equal(0, (await world.Host.SendAsync(world.Potter, new GetInboxDuties())).Required().Unanswered);
        var view = (await world.Host.SendAsync(world.Potter, new GetThread(id))).Required();
        Assert.Equal(["Is it the same green?", "The same bucket of glaze."], view.Messages.Select(m => m.Text));
        Assert.Equal([true, true], view.Messages.Select(m => m.IsRead));
        Assert.Contains("Ned writes about Stoneware mug", await world.SubjectsAsync("kim@example.com"));
        Assert.Contains("Kiln & Clay writes about Stoneware mug", await world.SubjectsAsync("ned@example.com"));
    }

    [Fact]
    public async Task About_one_thing_there_is_one_conversation()
    {
        await using var world = await CareWorld.OpenAsync();

        var first = await AskAsync(world, "One");
        var second = await AskAsync(world, "Two");
        var order = (await world.Host.SendAsync(world.Sanne, new WriteToShop(null, world.Part.Id, null, null, "Three", []))).Required();
        var shop = (await world.Host.SendAsync(world.Ned, new WriteToShop(null, null, null, "kiln", "Four", []))).Required();

        Assert.Equal(first, second);
        Assert.Equal(3, new[] { first, order, shop }.Distinct().Count());
        var inbox = (await world.Host.SendAsync(world.Potter, new ListThreads(InboxTab.Orders))).Required();
        Assert.Equal(order, Assert.Single(inbox.Threads).ThreadId);
        Assert.Equal(3, inbox.Counts[InboxTab.Unanswered]);
        Assert.Single((await world.Host.SendAsync(world.Potter, new ListThreads(InboxTab.All, inbox.Threads[0].Subject))).Required().Threads);
    }

    [Fact]
    public async Task Strangers_find_nothing()
    {
        await using var world = await CareWorld.OpenAsync();
        var id = await AskAsync(world, "Between us");

        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(world.Sanne, new GetMyThread(id))).Error);
        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(world.Sanne, new WriteToShop(id, null, null, null, "Hi", []))).Error);
        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(world.Sanne, new MarkReadByBuyer(id))).Error);
        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(TrailStaff, new GetThread(id))).Error);
        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(TrailStaff, new WriteToBuyer(id, "Hi", []))).Error);
        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(TrailStaff, new MarkReadBySeller(id))).Error);
        Assert.Empty((await world.Host.SendAsync(world.Sanne, new ListMyThreads())).Required());
        Assert.Equal(
            FulfilmentErrors.NoSuchOrder,
            (await world.Host.SendAsync(world.Ned, new WriteToShop(null, world.Part.Id, null, null, "Whose?", []))).Error);
        Assert.Equal(MessageErrors.NoSuchShop, (await world.Host.SendAsync(world.Ned, new FindThreadSubject(null, null, "nobody"))).Error);
    }

    [Fact]
    public async Task A_guest_writes_about_an_own_order_is_answered_at_its_address_and_takes_it_into_an_account()
    {
        await using var world = await CareWorld.OpenAsync();
        var part = await world.ReceiveAsync(Guest, Bowl);

        var id = (await world.Host.SendAsync(Guest, new WriteToShop(null, part.Id, null, null, "Which glaze is it?", []))).Required();
        Assert.Equal(AccessErrors.SignIn, (await world.Host.SendAsync(Guest, new FindThreadSubject(null, MugListing, null))).Error);
        (await world.Host.SendAsync(world.Potter, new WriteToBuyer(id, "Ocean.", []))).Required();
        await world.Host.DrainAsync();
        Assert.Contains($"Kiln & Clay writes about order {part.Number}", await world.SubjectsAsync(Details.Email));

        (await world.Host.SendAsync(Caller.System, new ClaimOrders(Guest.BuyerId!, world.Ned.BuyerId!))).Done();
        await world.Host.DrainAsync();

        Assert.Equal(2, (await world.Host.SendAsync(world.Ned, new GetMyThread(id))).Required().Messages.Count);
        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(Guest, new GetMyThread(id))).Error);
        Assert.Single((await world.Host.SendAsync(world.Ned, new Marketplace.Care.Reviews.ListMyReviews())).Required().ToWrite);
    }

    [Fact]
    public async Task Files_are_written_anew_or_only_downloaded_and_opened_by_the_two_alone()
    {
        await using var world = await CareWorld.OpenAsync();
        var pdf = new IncomingFile("..\\invoice.exe", "%PDF-1.7 <script>"u8.ToArray());
        var id = (await world.Host.SendAsync(world.Ned, new WriteToShop(
            null, null, MugListing, null, "", [new("crack.jpg", TestPictures.SidewaysJpeg(800, 400)), pdf]))).Required();

        var files = (await world.Host.SendAsync(world.Ned, new GetMyThread(id))).Required().Messages[0].Files;
        var (picture, paper) = (files.Single(f => f.Kind == AttachmentKind.Picture), files.Single(f => f.Kind == AttachmentKind.Pdf));
        var opened = (await world.Host.SendAsync(world.Potter, new OpenFile(id, picture.FileId))).Required();
        using var bytes = new MemoryStream();
        await opened.Content.CopyToAsync(bytes);

        Assert.Equal(("crack.webp", "invoice.pdf"), (picture.FileName, paper.FileName));
        Assert.Equal(("image/webp", false), (opened.ContentType, opened.IsDownload));
        Assert.DoesNotContain("my home address", System.Text.Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
        Assert.True((await world.Host.SendAsync(world.Ned, new OpenMyFile(id, paper.FileId))).Required().IsDownload);
        Assert.Equal(MessageErrors.NoSuchFile, (await world.Host.SendAsync(world.Sanne, new OpenMyFile(id, paper.FileId))).Error);
        Assert.Equal(MessageErrors.NoSuchFile, (await world.Host.SendAsync(TrailStaff, new OpenFile(id, paper.FileId))).Error);
    }

    [Fact]
    public async Task What_is_empty_too_much_or_no_such_file_is_refused_with_a_reason()
    {
        await using var world = await CareWorld.OpenAsync();
        async Task<string?> CodeAsync(string text, params IncomingFile[] files) =>
            (await world.Host.SendAsync(world.Ned, new WriteToShop(null, null, MugListing, null, text, files))).Error?.Code;
        var png = new IncomingFile("a.png", TestPictures.Png(300, 300));

        Assert.Equal(MessageErrors.Empty.Code, await CodeAsync("  \n "));
        Assert.Equal(MessageErrors.TooManyFiles.Code, await CodeAsync("x", png, png, png, png, png));
        Assert.Equal(MessageErrors.NotAFile.Code, await CodeAsync("x", new IncomingFile("a.png", "MZ not a picture"u8.ToArray())));
        Assert.Equal(
            MessageErrors.PdfTooHeavy.Code,
            await CodeAsync("x", new IncomingFile("a.pdf", [.. "%PDF-1.7"u8, .. new byte[AttachmentFiles.MostPdfBytes]])));
        Assert.Equal(ValidateBehaviorCode, await CodeAsync(new string('x', 5001)));
        for (var i = 0; i < 30; i++) Assert.Null(await CodeAsync($"Message {i}"));
        Assert.Equal(MessageErrors.TooMany.Code, await CodeAsync("One more"));
        Assert.Single((await world.Host.SendAsync(world.Ned, new ListMyThreads())).Required());
    }

    private const string ValidateBehaviorCode = "input.invalid";

    internal static async Task<string> AskAsync(CareWorld world, string text) =>
        (await world.Host.SendAsync(world.Ned, new WriteToShop(null, null, MugListing, null, text, []))).Required();
}
