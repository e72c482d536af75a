using Marketplace.Care;
using Marketplace.Care.Messages;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Questions;
using Marketplace.Care.Reviews;
using Marketplace.Sales.Fulfilment;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;

namespace Marketplace.Web.Tests.World;

/// <param name="Line">Of the order that has arrived; Mara has reviewed it.</param>
/// <param name="Questions">Two that wait for an answer.</param>
/// <param name="ThreadReport">The pottery has reported the conversation.</param>
internal sealed record Talk(
    string Line, string Review, IReadOnlyList<string> Questions, string Thread, string File, string ThreadReport, string Reply);

internal static class Talks
{
    /// <summary>The last order arrives, is reviewed and reported; Mara asks twice and writes; the pottery answers and reports.</summary>
    public static async Task<Talk> LetThemTalkAsync(this TestMarket market)
    {
        var (site, order) = (market.Site, market.Orders[7]);
        var (mara, vera, otto) = (
            await market.CallerAsync(TestMarket.Mara), await market.CallerAsync(TestMarket.Vera, TestMarket.Pottery),
            await market.CallerAsync(TestMarket.Otto));
        (await site.SendAsync(vera, new AcceptOrder(order.PartId))).Done();
        (await site.SendAsync(vera, new ShipOrder(order.PartId, [], "postnl", "3S7"))).Required();
        (await site.SendAsync(mara, new MarkDelivered(order.PartId))).Done();
        await site.DrainAsync();
        var review = (await site.SendAsync(mara, new WriteReview(
            order.LineId, 4, "Heavy and good", "Stands like a rock on the table.", [], [TestPictures.Png(300, 300)]))).Required();
        (await site.SendAsync(otto, new ReportReview(review, ReportReason.Untrue, "Rocks do not stand"))).Done();
        var listing = market.Listings[TestMarket.Pottery][0].ListingId;
        (await site.SendAsync(mara, new AskQuestion(listing, "Does it keep coffee warm?"))).Done();
        (await site.SendAsync(mara, new AskQuestion(listing, "Is it made in Weimar?"))).Done();
        var thread = (await site.SendAsync(mara, new WriteToShop(
            null, order.PartId, null, null, "Which clay is it? My mail is m@mail.example.",
            [new IncomingFile("mug.png", TestPictures.Png(300, 300)), new IncomingFile("bill.pdf", "%PDF-1.7 x"u8.ToArray())]))).Required();
        (await site.SendAsync(vera, new WriteToBuyer(thread, "Westerwald clay.", []))).Required();
        (await site.SendAsync(vera, new ReportBuyer(thread, ReportReason.Other, "Just trying it out"))).Done();
        (await site.SendAsync(vera, new SaveReply(null, "Clay", "Dear {buyer}, it is Westerwald clay."))).Done();
        await site.DrainAsync();
        var questions = (await site.SendAsync(vera, new ListOpenQuestions())).Required();
        var view = (await site.SendAsync(mara, new GetMyThread(thread))).Required();
        var reports = (await site.SendAsync(await market.CallerAsync(TestMarket.Ada), new ListReportedThreads())).Required();
        var replies = (await site.SendAsync(vera, new GetReplies())).Required();
        return new Talk(
            order.LineId, review, [.. questions.Select(q => q.QuestionId)], thread,
            view.Messages[0].Files.First(f => f.Kind == AttachmentKind.Pdf).FileId, reports[0].ReportId, replies.Replies[0].ReplyId);
    }
}
