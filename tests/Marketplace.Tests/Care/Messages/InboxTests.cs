using Marketplace.Care;
using Marketplace.Care.Messages;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Care.CareWorld;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Care.Messages;

/// <summary>How a shop works through its messages, and what the platform may see of them.</summary>
public sealed class InboxTests
{
    [Fact]
    public async Task Saved_replies_are_filled_in_changed_and_the_shops_own()
    {
        await using var world = await CareWorld.OpenAsync();
        (await world.Host.SendAsync(world.Potter, new SaveReply(null, "Hello", "Dear {buyer}, {thing} ships soon. {order} {shop}"))).Done();
        var saved = Assert.Single((await world.Host.SendAsync(world.Potter, new GetReplies())).Required().Replies);
        var thread = (await world.Host.SendAsync(world.Potter, new GetThread(await MessageTests.AskAsync(world, "When?")))).Required();

        Assert.Equal("Dear Ned, Stoneware mug ships soon. {order} Kiln & Clay", ReplyText.Fill(saved.Text, thread));
        (await world.Host.SendAsync(world.Potter, new SaveReply(saved.ReplyId, "Hi", "Hi {buyer}"))).Done();
        Assert.Equal(MessageErrors.NoSuchReply, (await world.Host.SendAsync(TrailStaff, new SaveReply(saved.ReplyId, "Hi", "Mine now"))).Error);
        Assert.Equal(MessageErrors.NoSuchReply, (await world.Host.SendAsync(TrailStaff, new DeleteReply(saved.ReplyId))).Error);
        Assert.Equal("Hi {buyer}", (await world.Host.SendAsync(world.Potter, new GetReplies())).Required().Replies[0].Text);
        (await world.Host.SendAsync(world.Potter, new DeleteReply(saved.ReplyId))).Done();
        for (var i = 0; i < 50; i++) (await world.Host.SendAsync(world.Potter, new SaveReply(null, $"{i}", "x"))).Done();
        Assert.Equal(MessageErrors.TooManyReplies, (await world.Host.SendAsync(world.Potter, new SaveReply(null, "51", "x"))).Error);
    }

    [Fact]
    public async Task While_away_the_shop_answers_by_itself_once_a_day_and_the_buyer_still_waits()
    {
        await using var world = await CareWorld.OpenAsync();
        var until = DateOnly.FromDateTime(world.Host.Clock.GetUtcNow().UtcDateTime.AddDays(2));
        (await world.Host.SendAsync(world.Potter, new SaveAutoReply("We are back on Monday.", until))).Done();

        var id = await MessageTests.AskAsync(world, "Anybody there?");
        await world.Host.DrainAsync();
        await MessageTests.AskAsync(world, "Hello?");
        await world.Host.DrainAsync();
        var said = (await world.Host.SendAsync(world.Ned, new GetMyThread(id))).Required();
        world.Host.Clock.Advance(TimeSpan.FromDays(4));
        await MessageTests.AskAsync(world, "Still?");
        await world.Host.DrainAsync();

        Assert.Equal("We are back on Monday.", Assert.Single(said.Messages, m => m.By == MessageSide.Automatic).Text);
        Assert.NotNull(said.WaitingSinceUtc);
        Assert.Single((await world.Host.SendAsync(world.Ned, new GetMyThread(id))).Required().Messages, m => m.By == MessageSide.Automatic);
    }

    [Fact]
    public async Task Thank_you_needs_no_answer()
    {
        await using var world = await CareWorld.OpenAsync();
        var id = await MessageTests.AskAsync(world, "Thank you!");

        (await world.Host.SendAsync(world.Potter, new MarkReadBySeller(id, Settle: true))).Done();

        Assert.Equal(0, (await world.Host.SendAsync(world.Potter, new GetInboxDuties())).Required().Unanswered);
        Assert.Empty((await world.Host.SendAsync(world.Potter, new ListThreads(InboxTab.Unread))).Required().Threads);
    }

    [Fact]
    public async Task Staff_reads_a_conversation_only_when_one_side_hands_it_in_and_that_is_written_down()
    {
        await using var world = await CareWorld.OpenAsync();
        var id = await MessageTests.AskAsync(world, "Pay me by bank transfer");
        Assert.Equal(MessageErrors.NoSuchReport, (await world.Host.SendAsync(Admin, new ReadReportedThread(id))).Error);
        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(world.Sanne, new ReportShop(id, ReportReason.Other, ""))).Error);
        Assert.Equal(MessageErrors.NoSuchThread, (await world.Host.SendAsync(TrailStaff, new ReportBuyer(id, ReportReason.Other, ""))).Error);

        (await world.Host.SendAsync(world.Potter, new ReportBuyer(id, ReportReason.Advertising, "Look"))).Done();
        (await world.Host.SendAsync(world.Potter, new ReportBuyer(id, ReportReason.Advertising, "Look again"))).Done();
        Assert.Equal(1, (await world.Host.SendAsync(Admin, new CountReports())).Required().Threads);
        var report = Assert.Single((await world.Host.SendAsync(Admin, new ListReportedThreads())).Required());
        var read = (await world.Host.SendAsync(Admin, new ReadReportedThread(report.ReportId))).Required();

        Assert.Equal("Pay me by bank transfer", Assert.Single(read.Thread.Messages).Text);
        Assert.True(await world.Host.WithPlatformAsync(db => db.Set<AuditRow>().AnyAsync(r => r.Action == "thread.read" && r.SubjectId == id)));
        (await world.Host.SendAsync(Admin, new DecideOnThread(report.ReportId, Close: true, "Payment outside the platform."))).Done();
        Assert.Equal(
            MessageErrors.Closed, (await world.Host.SendAsync(world.Ned, new WriteToShop(id, null, null, null, "Hey", []))).Error);
        Assert.Equal(
            MessageErrors.Decided,
            (await world.Host.SendAsync(Admin, new DecideOnThread(report.ReportId, false, "Changed my mind"))).Error);
        Assert.Contains("A conversation is closed", await world.SubjectsAsync("ned@example.com"));
        Assert.Contains("A conversation is closed", await world.SubjectsAsync("kim@example.com"));
    }

    [Fact]
    public async Task Of_two_of_the_staff_who_decide_at_once_one_decides()
    {
        await using var world = await CareWorld.OpenAsync();
        var id = await MessageTests.AskAsync(world, "Pay me by bank transfer");
        (await world.Host.SendAsync(world.Potter, new ReportBuyer(id, ReportReason.Advertising, "Look"))).Done();
        var report = Assert.Single((await world.Host.SendAsync(Admin, new ListReportedThreads())).Required());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
            await world.Host.SendAsync(Admin, new DecideOnThread(report.ReportId, Close: i % 2 == 0, "Payment outside the platform.")))));

        Assert.Single(answers, a => a.Ok);
        Assert.All(answers.Where(a => !a.Ok), a => Assert.Equal(MessageErrors.Decided, a.Error));
        Assert.Single(await world.Host.WithPlatformAsync(
            db => db.Set<AuditRow>().Where(r => r.SubjectId == id && r.Action != "thread.read").ToListAsync()));
    }

    [Fact]
    public async Task The_shops_time_to_answer_is_a_median_that_silence_does_not_improve()
    {
        await using var world = await CareWorld.OpenAsync();
        foreach (var hours in (int[])[1, 2, 3, 4])
        {
            var id = await MessageTests.AskAsync(world, $"Question {hours}");
            world.Host.Clock.Advance(TimeSpan.FromHours(hours));
            (await world.Host.SendAsync(world.Potter, new WriteToBuyer(id, "Answer", []))).Required();
        }

        await world.Host.RunJobAsync("measure-responses");
        Assert.Equal(0, (await world.Host.SendAsync(Caller.Anonymous, new GetResponseTime(Kiln))).Required());
        await MessageTests.AskAsync(world, "And this?");
        world.Host.Clock.Advance(TimeSpan.FromHours(30));
        await world.Host.RunJobAsync("measure-responses");

        Assert.Equal(180, (await world.Host.SendAsync(Caller.Anonymous, new GetResponseTime(Kiln))).Required());
    }

    [Theory]
    [InlineData(new[] { 10, 20, 30, 40, 50 }, new int[0], 30)]
    [InlineData(new[] { 10, 20, 30, 40 }, new[] { 600, 900 }, 35)]
    [InlineData(new[] { 10, 20, 30, 40 }, new int[0], null)]
    public void The_rule(int[] answered, int[] waiting, int? median) => Assert.Equal(median, ResponseRule.MedianMinutes(answered, waiting));

    [Theory]
    [InlineData("Write to me at a.b@mail.example", true)]
    [InlineData("Call +31 6 12 34 56 78", true)]
    [InlineData("See https://evil.example/x", true)]
    [InlineData("Let us use WhatsApp", true)]
    [InlineData("Look at https://lanes.example/p/mug-1 and http://shop.lanes.example/", false)]
    [InlineData("Parcel 3SABC0123456789, order 100042-1, GTIN 9520100010002", false)]
    [InlineData("It measures 30 x 40 cm and costs 24.00", false)]
    [InlineData("See https://lanes.example.evil.example/", true)]
    public void A_way_around_is_noticed(string text, bool leads) => Assert.Equal(leads, OutsideContact.In(text, "lanes.example"));
}
