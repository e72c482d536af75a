namespace Marketplace.App.Seeding.Model;

/// <summary>What the demo's people say to each other: <c>talk.json</c>.</summary>
/// <param name="Authors">Names of those who bought before the demo's orders begin.</param>
/// <param name="Reviews">By the slug of a category; each is used once.</param>
/// <param name="Shops">By the shop's slug.</param>
public sealed record TalkSeed(
    IReadOnlyList<string> Authors, IReadOnlyDictionary<string, IReadOnlyList<ReviewText>> Reviews,
    IReadOnlyDictionary<string, ShopTalk> Shops)
{
    public static TalkSeed None { get; } =
        new([], new Dictionary<string, IReadOnlyList<ReviewText>>(), new Dictionary<string, ShopTalk>());
}

public sealed record ReviewText(int Stars, string Title, string Text);

/// <param name="Replies">To those who were not pleased.</param>
/// <param name="Thanks">To some of those who were.</param>
/// <param name="Saved">The shop's saved replies.</param>
/// <param name="Extra">Reviews of one listing by name, reported ones among them.</param>
public sealed record ShopTalk(
    IReadOnlyList<string> Replies, string Thanks, IReadOnlyList<SavedText> Saved, IReadOnlyList<QuestionText> Questions,
    IReadOnlyList<ThreadText> Threads, IReadOnlyList<ExtraReview> Extra);

public sealed record SavedText(string Title, string Text);

/// <param name="Answer">Null: it waits.</param>
public sealed record QuestionText(string Handle, string By, string Question, string? Answer, double DaysAgo);

/// <param name="Buyer">The buyer's mail address.</param>
/// <param name="About">A listing's handle, <c>order</c> for the buyer's first order at the shop, or empty for the shop.</param>
public sealed record ThreadText(
    string Buyer, string About, double DaysAgo, IReadOnlyList<MessageText> Messages, ReportText? Reported = null);

/// <param name="By"><c>buyer</c> or <c>seller</c>.</param>
public sealed record MessageText(string By, string Text, double HoursLater);

public sealed record ReportText(string Reason, string Words);

public sealed record ExtraReview(string Handle, string By, int Stars, string Title, string Text, string? Reported, string? Words);
