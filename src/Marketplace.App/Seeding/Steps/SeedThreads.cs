using Marketplace.Accounts.Identity.Model;
using Marketplace.App.Seeding.Bulk;
using Marketplace.App.Seeding.Model;
using Marketplace.Care;
using Marketplace.Care.Messages;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Care.Questions.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Model;

namespace Marketplace.App.Seeding.Steps;

/// <summary>A shop's questions, conversations and saved replies, added to the rows that are written at once.</summary>
internal sealed class SeedThreads(
    BulkWriter writer, OpenedShop shop, IReadOnlyDictionary<string, Reviewed> listings, IReadOnlyDictionary<string, Person> people,
    IReadOnlyList<SellerOrder> parts, Func<string, string?> picture, DateTime now)
{
    private const double Settled = 5;

    private readonly Dictionary<string, Reviewed> _byHandle = listings.Values.ToDictionary(l => l.Seed.Handle, StringComparer.Ordinal);

    /// <returns>The answered questions by listing, the newest first.</returns>
    public Dictionary<string, List<ShownQuestion>> Add(ShopTalk talk)
    {
        foreach (var saved in talk.Saved)
            writer.Add(new SavedReply { TenantId = shop.TenantId, Id = Id("saved", saved.Title), Title = saved.Title, Text = saved.Text });
        foreach (var thread in talk.Threads) AddThread(thread);
        var answered = talk.Questions.Select(AddQuestion).OfType<(string ListingId, ShownQuestion Shown)>();
        return answered.GroupBy(a => a.ListingId, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => g.Select(a => a.Shown).OrderByDescending(s => s.AnsweredAtUtc).ToList(), StringComparer.Ordinal);
    }

    private (string, ShownQuestion)? AddQuestion(QuestionText text)
    {
        if (!_byHandle.TryGetValue(text.Handle, out var listing)) return null;
        var asked = now.AddDays(-text.DaysAgo);
        var question = new Question
        {
            TenantId = shop.TenantId, Id = Id("question", text.Handle + text.Question), BuyerId = Ids.From("demo", "buyer", text.By),
            ListingId = listing.ListingId, Slug = listing.Slug, ListingTitle = listing.Title, PictureRef = Picture(listing),
            Author = text.By, Text = text.Question, AskedAtUtc = asked,
        };
        var answeredAt = asked.AddHours(3 + Dice.Of(30, question.Id));
        if (text.Answer is not null) question.Answer(answeredAt);
        writer.Add(question);
        if (text.Answer is null) return null;
        writer.Add(new PublishedAnswer
        {
            TenantId = shop.TenantId, QuestionId = question.Id, ListingId = listing.ListingId, Question = text.Question, Author = text.By,
            AskedAtUtc = asked, Answer = text.Answer, AnsweredAtUtc = answeredAt,
        });
        return (listing.ListingId, new ShownQuestion(question.Id, text.Question, text.By, asked, text.Answer, answeredAt));
    }

    private void AddThread(ThreadText text)
    {
        if (!people.TryGetValue(text.Buyer, out var buyer)) return;
        var listing = _byHandle.GetValueOrDefault(text.About);
        var part = text.About == "order" ? parts.FirstOrDefault(p => p.BuyerId == buyer.BuyerId) : null;
        var begun = now.AddDays(-text.DaysAgo);
        var thread = new MessageThread
        {
            TenantId = shop.TenantId, Id = Id("thread", text.Buyer + text.Messages[0].Text), BuyerId = buyer.BuyerId,
            ListingId = listing?.ListingId, SellerOrderId = part?.Id, OrderId = part?.OrderId,
            Subject = part?.Number ?? listing?.Title ?? "", Slug = listing?.Slug, PictureRef = Picture(listing), BuyerName = buyer.Name,
            SellerName = shop.Demo.Shop.Name, SellerSlug = shop.Demo.Shop.Slug, StartedAtUtc = begun,
        };
        var messages = text.Messages.Select((message, i) => Message(thread, message, begun.AddHours(message.HoursLater), i)).ToList();
        // What was answered was read before; what is old and says thank you needs no answer.
        thread.ReadBy(thread.LastBy == MessageSide.Seller ? MessageSide.Seller : MessageSide.Buyer);
        if (thread.LastBy == MessageSide.Buyer && text.DaysAgo > Settled)
        {
            thread.ReadBy(MessageSide.Seller);
            thread.Settle();
        }

        writer.Add(thread);
        foreach (var message in messages) writer.Add(message);
        if (text.Reported is not { } report) return;
        writer.Add(new ThreadReport
        {
            Id = Id("report", thread.Id), TenantId = shop.TenantId, ThreadId = thread.Id, By = MessageSide.Seller,
            Actor = shop.Owner.PersonId!, Reason = Enum.Parse<ReportReason>(report.Reason), Words = report.Words, AtUtc = now.AddHours(-30),
        });
    }

    private ThreadMessage Message(MessageThread thread, MessageText text, DateTime at, int number)
    {
        var by = text.By == "buyer" ? MessageSide.Buyer : MessageSide.Seller;
        var waited = thread.Add(by, text.Text, at);
        return new ThreadMessage
        {
            TenantId = shop.TenantId, Id = Id("message", $"{thread.Id}/{number}"), BuyerId = thread.BuyerId, ThreadId = thread.Id, By = by,
            Text = text.Text, AtUtc = at, LeadsOutside = OutsideContact.In(text.Text, "lanes.example"),
            AnsweredAfterMinutes = waited is { } time ? (int)Math.Ceiling(time.TotalMinutes) : null,
        };
    }

    private string? Picture(Reviewed? listing) => listing is { Seed.Images.Count: > 0 } ? picture(listing.Seed.Images[0].Image) : null;

    private string Id(string kind, string name) => Ids.From("demo", kind, shop.Demo.Shop.Slug, name);
}
