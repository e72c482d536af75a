using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Values;

namespace Marketplace.Care.Reviews;

/// <summary>The words of the mails about reviews.</summary>
internal static class ReviewMails
{
    public static QueueMail Request(IReadOnlyList<DeliveredLine> lines, BuyerContact buyer)
    {
        var first = lines[0];
        return new QueueMail(
            $"review-request/{first.OrderId}/{first.TenantId}", buyer.Email,
            new MailText(
                lines.Count == 1 ? $"How is the {first.Title}?" : "How is what you bought?", "Does it do what you hoped?",
                [
                    "You have had it for some days now. Two sentences help the next buyer to choose, and the shop to get better.",
                    "Write what is good and what is not: shops cannot take reviews off.",
                ],
                new MailLink("Write a review", lines.Count == 1 ? $"/account/reviews/{first.Id}" : "/account/reviews"),
                [.. lines.Select(l => new MailRow(l.Title, l.Options))],
                "We ask once for each parcel. You can switch these mails off under Reviews in your account."),
            BuyerId: first.BuyerId);
    }

    public static MailText Written(Review review, string shopSlug) => new(
        $"{Stars(review.Stars)} for {review.ListingTitle}", "A buyer has reviewed you",
        [$"{review.Author} gave {Stars(review.Stars)}.", .. Quote(review)],
        new MailLink("Read and answer", $"/seller/{shopSlug}/reviews"),
        Note: "One kind answer, for everybody to read, does more than a perfect score.");

    public static QueueMail Answered(Review review, BuyerContact buyer, string shop, string reply) => new(
        $"review-answered/{review.Id}", buyer.Email,
        new MailText(
            $"{shop} answers your review", "The shop has answered your review",
            [$"You wrote about {review.ListingTitle}. {shop} says:", .. PlainText.Lines(reply)],
            new MailLink("See it on the page", $"/reviews/{review.Id}")),
        BuyerId: review.BuyerId, Topic: MailTopic.Answers);

    public static QueueMail Hidden(Review review, BuyerContact author, string reason, string decision) => new(
        $"review-hidden/{decision}", author.Email,
        new MailText(
            "Your review is no longer shown", "We have taken your review off",
            [
                $"You wrote about {review.ListingTitle}. Somebody reported it, a person on our team read it, and it is not shown any more.",
                $"The reason: {reason}", "You can change it under Reviews while its time runs, or answer this mail if we are wrong.",
            ],
            new MailLink("Your reviews", "/account/reviews")),
        BuyerId: review.BuyerId);

    public static QueueMail Decided(Review review, BuyerContact reporter, string reportId, bool hidden, string reason) => new(
        $"review-report/{reportId}", reporter.Email,
        new MailText(
            "What came of your report", hidden ? "The review is no longer shown" : "The review stays",
            [
                $"You reported a review of {review.ListingTitle}. A person on our team has read it.",
                hidden ? "It broke our rules and is not shown any more. Thank you for telling us."
                    : "It keeps to our rules: a buyer may say what they think of what they bought, also when it hurts.",
                .. hidden || reason.Length == 0 ? [] : (string[])[$"What we looked at: {reason}"],
            ]));

    private static string Stars(int stars) => stars == 1 ? "one star" : $"{stars} stars";

    private static IEnumerable<string> Quote(Review review) =>
        review.Title.Length == 0
        ? PlainText.Lines(review.Text) : PlainText.Lines(review.Title).Concat(PlainText.Lines(review.Text));
}
