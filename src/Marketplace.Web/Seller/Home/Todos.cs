using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers;
using Marketplace.Care.Health;
using Marketplace.Care.Messages;
using Marketplace.Care.Questions;
using Marketplace.Care.Reviews;
using Marketplace.Catalog.Listings;
using Marketplace.Money.Settlement;
using Marketplace.Sales.Orders;
using Marketplace.Web.Admin;
using Marketplace.Web.Seller.Health;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Storefront.Basket;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Home;

/// <summary>From what waits to a list in the order of its deadlines, of what the person's role may do.</summary>
public sealed class Todos(string root, IReadOnlySet<string> rights, DateTime nowUtc, DateTime today, IStringLocalizer<Words> words)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(12);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly List<Todo> _all = [];

    public IReadOnlyList<Todo> InOrder() => [.. _all.OrderBy(t => t.DeadlineUtc ?? DateTime.MaxValue)];

    public Todos Orders(SellerDuties duties)
    {
        if (!rights.Contains(SellerPermissions.Orders)) return this;
        if (duties.LateCount > 0)
        {
            var oldest = duties.OldestLateDate!.Value;
            Add(
                Number(duties.LateCount), Tone.Bad, words.Count(duties.LateCount, "Ship a late order", "Ship late orders"),
                words["The oldest was promised for {0}. Ship it, or tell the buyer when you will.", Arrival.Day(oldest, today)],
                "/orders?tab=All&that=AreLate", words["Ship"], End(oldest));
        }

        if (duties.DueCount > 0)
        {
            Add(
                Number(duties.DueCount), Tone.Warn, words["Ship today"], words["Promised for today."],
                "/orders?tab=All&that=AreDueToday", words["Ship"], End(DateOnly.FromDateTime(today)));
        }

        if (duties.NewCount > 0)
        {
            var by = duties.AcceptByUtc ?? nowUtc;
            Add(
                Number(duties.NewCount), by - nowUtc < Soon ? Tone.Bad : Tone.Warn,
                words.Count(duties.NewCount, "Accept a new order", "Accept new orders"),
                words["The first one is cancelled {0} if you do not.", In(by)], "/orders?tab=New", words["Open"], by);
        }

        if (duties.CancellationsAsked > 0)
        {
            Add(
                Number(duties.CancellationsAsked), Tone.Warn, words["Answer a cancellation"],
                words["A buyer asks to cancel. Answer before you ship."], "/orders?tab=All&that=AskCancellation", words["Answer"],
                duties.AskedAtUtc?.AddDays(1));
        }

        if (duties.LaterCount > 0)
        {
            var next = duties.NextDate!.Value;
            Add(
                Number(duties.LaterCount), Tone.Info, words["Pack and ship"],
                words["The next one is promised for {0}.", Arrival.Day(next, today)], "/orders?tab=ToShip", words["Open"], End(next));
        }

        return this;
    }

    /// <summary>Null where nothing is measured.</summary>
    public Todos Health(HealthView? health)
    {
        if (health?.Missed.ToList() is not { Count: > 0 } missed) return this;
        Add(
            Number(missed.Count), Tone.Warn, words.Count(missed.Count, "A number is beyond its mark", "Numbers are beyond their mark"),
            string.Join(" · ", missed.Select(l => $"{HealthWords.Name(l.Metric, words)}: {HealthWords.Value(l, words)}")), "/health",
            words["Look"], health.MissedSinceUtc?.AddDays(7));
        return this;
    }

    public Todos Terms(ShopState shop)
    {
        if (shop.UnreadTerms is not null && rights.Contains(SellerPermissions.Settings))
        {
            Add(
                "§", Tone.Warn, words["Read the new terms for shops"], words["They hold from now on; accept them when you have."],
                "/settings/terms", words["Read"], nowUtc.AddDays(2));
        }

        return this;
    }

    /// <summary>Null for those who may not see the money.</summary>
    public Todos Payouts(PayoutAccount? account)
    {
        if (account is null || (account.IsReady && account.Due.Count == 0)) return this;
        if (!account.Exists)
        {
            Add(
                "!", Tone.Bad, words["Say where your money goes"], words["What you earn waits until there is a payout account."],
                "/onboarding", words["Set up"], nowUtc);
            return this;
        }

        var by = account.Needs?.DeadlineUtc;
        Add(
            Number(Math.Max(1, account.Due.Count)), account.IsReady ? Tone.Warn : Tone.Bad, words["Your payout account"],
            account.IsReady && by is not null
                ? words["Stripe wants to know more by {0}.", Arrival.Day(DateOnly.FromDateTime(by.Value), today)]
                : words["Stripe wants to know more before it pays you."],
            "/onboarding", words["Answer"], by ?? nowUtc);
        return this;
    }

    /// <summary>Null for those whose role does not answer.</summary>
    public Todos Buyers(InboxDuties? inbox, QuestionDuties? questions, ReviewDuties? reviews)
    {
        if (inbox is { Unanswered: > 0, SinceUtc: { } since })
        {
            Add(
                Number(inbox.Unanswered), nowUtc - since > Day ? Tone.Bad : Tone.Warn,
                words.Count(inbox.Unanswered, "Answer a message", "Answer messages"),
                Waits(nowUtc - since), "/messages?tab=Unanswered", words["Answer"], since + Day);
        }

        if (questions is { Open: > 0, SinceUtc: { } asked })
        {
            Add(
                Number(questions.Open), Tone.Warn, words.Count(questions.Open, "Answer a question", "Answer questions"),
                Waits(nowUtc - asked), "/reviews/questions", words["Answer"], asked.AddDays(2));
        }

        if (reviews is { Unanswered: > 0 })
        {
            Add(
                Number(reviews.Unanswered), reviews.Low > 0 ? Tone.Warn : Tone.Plain,
                words.Count(reviews.Unanswered, "A review without an answer", "Reviews without an answer"),
                reviews.Low > 0
                    ? words.Count(reviews.Low, "One of them has three stars or fewer.", "{0} of them have three stars or fewer.")
                    : words["A kind word is read by the next buyer."],
                "/reviews", words["Read"], reviews.Low > 0 ? reviews.SinceUtc?.AddDays(3) : null);
        }

        return this;
    }

    public Todos Goods(ListingCounts counts)
    {
        if (counts.Published == 0 && rights.Contains(SellerPermissions.Listings))
        {
            Add(
                "!", Tone.Warn, words["Nothing is for sale"], words["Publish a listing, and buyers find you."], "/listings/new",
                words["New listing"], nowUtc.AddDays(3));
        }

        if (counts.SentBack > 0 && rights.Contains(SellerPermissions.Listings))
        {
            Add(
                Number(counts.SentBack), Tone.Bad, words.Count(counts.SentBack, "A listing was sent back", "Listings were sent back"),
                words["Buyers do not see them until you mend what the marketplace wrote."], "/listings?tab=SentBack", words["Mend"],
                counts.SentBackSinceUtc?.AddDays(3));
        }

        if (counts.Low > 0 && rights.Contains(SellerPermissions.Stock))
        {
            Add(
                Number(counts.Low), Tone.Plain, words["Low stock"],
                words.Count(counts.Low, "One variant is nearly or quite sold out.", "{0} variants are nearly or quite sold out."),
                "/stock?low=true", words["Restock"]);
        }

        if (counts.Drafts > 0 && rights.Contains(SellerPermissions.Listings))
        {
            Add(
                Number(counts.Drafts), Tone.Plain, words.Count(counts.Drafts, "A listing in draft", "Listings in draft"),
                words["Nobody sees them until you publish them."], "/listings?tab=Draft", words["Finish"]);
        }

        return this;
    }

    private void Add(string count, Tone tone, string title, string text, string href, string action, DateTime? deadlineUtc = null) =>
        _all.Add(new Todo(count, tone, title, text, root + href, action, deadlineUtc));

    private string Waits(TimeSpan span) => span.TotalSeconds < 1
        ? words["It came just now."]
        : words["The oldest waits {0}.", Ages.Say(span, words)];

    private string In(DateTime utc) => (utc - nowUtc) switch
    {
        { TotalMinutes: < 60 } left => words["in {0} min", Math.Max(0, (int)left.TotalMinutes)],
        var left => words["in {0} h", (int)left.TotalHours],
    };

    private static DateTime End(DateOnly day) => day.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
