using System.Globalization;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Listings.Review;

/// <summary>Decides whether a publication waits for the marketplace's eyes, and puts it into the queue.</summary>
internal sealed class ReviewGate(SellerDb db, TimeProvider clock)
{
    public async Task<bool> HoldsAsync(WorkingCopy copy, CancellationToken cancellation)
    {
        var listing = copy.Listing;
        var (rules, published) = await ReadAsync(db, cancellation);
        var last = await db.ListingSubmissions.SingleOrDefaultAsync(s => s.ListingId == listing.Id, cancellation);
        var causes = Why(rules, last, listing, published, Words(copy));
        if (causes.Count == 0) return false;
        if (last is { State: SubmissionState.Waiting } && last.ListingVersion == listing.Version) return true;

        var now = clock.GetUtcNow().UtcDateTime;
        // Who sends again before anybody looked keeps the place in the queue.
        if (last is null) db.Add(last = New(listing, now));
        else if (last.State != SubmissionState.Waiting) last.AtUtc = now;
        Send(last, copy, causes);
        return true;
    }

    /// <summary>The rules, and how many listings the shop has ever published where they ask for it.</summary>
    internal static async Task<(ListingRules Rules, int Published)> ReadAsync(SellerDb db, CancellationToken cancellation)
    {
        var rules = await db.ListingRules.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == ListingRules.OnlyId, cancellation) ?? new ListingRules();
        return (rules, rules.Mode == ReviewMode.NewShops
            ? await db.Listings.CountAsync(l => l.FirstPublishedAtUtc != null, cancellation) : 0);
    }

    internal static ListingSubmission New(Listing listing, DateTime at) =>
        new() { TenantId = listing.TenantId, ListingId = listing.Id, Title = listing.Title, AtUtc = at };

    internal static void Send(ListingSubmission submission, WorkingCopy copy, List<HoldCause> causes)
    {
        var listing = copy.Listing;
        (submission.State, submission.Title, submission.ListingVersion) = (SubmissionState.Waiting, listing.Title, listing.Version);
        (submission.Causes, submission.Snapshot) = (causes, JsonColumn.Write(RevisionSnapshot.Of(copy)));
        (submission.DecidedAtUtc, submission.Reason) = (null, "");
    }

    /// <param name="last">What was sent or decided before of this listing.</param>
    /// <param name="published">How many listings this shop has ever published.</param>
    /// <param name="words">All that the listing says.</param>
    /// <returns>Empty where the way is free.</returns>
    public static List<HoldCause> Why(ListingRules rules, ListingSubmission? last, Listing listing, int published, string words)
    {
        if (last is { State: SubmissionState.Approved } && last.ListingVersion == listing.Version) return [];
        var causes = new List<HoldCause>();
        if (last is { IsTakenDown: true }) causes.Add(new HoldCause(HoldReason.WasTakenDown));
        // The very words that buyers have seen before.
        else if (listing is { RevisionId: not null, HasChanges: false }) return [];
        if (rules.Mode == ReviewMode.Always) causes.Add(new HoldCause(HoldReason.EveryListing));
        if (rules.Mode == ReviewMode.NewShops && published < rules.FirstListings) causes.Add(new HoldCause(HoldReason.NewShop));
        causes.AddRange(rules.WatchedWords.Where(w => Holds(words, w)).Select(w => new HoldCause(HoldReason.WatchedWord, w)));
        return causes;
    }

    /// <summary>As a word of its own, in whatever case and with or without accents: "replica" is not in "replicate".</summary>
    public static bool Holds(string text, string word)
    {
        const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        for (var from = 0; from < text.Length;)
        {
            var at = compare.IndexOf(text.AsSpan(from), word, Loosely, out var length);
            if (at < 0 || length == 0) return false;
            var (start, end) = (from + at, from + at + length);
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
            from = start + 1;
        }

        return false;
    }

    internal static string Words(WorkingCopy copy) => string.Join('\n',
    [
        copy.Listing.Title, copy.Listing.Brand,
        .. copy.Texts.SelectMany(t => new[] { t.Title, t.Description, t.SeoTitle, t.SeoDescription }),
        .. copy.Listing.Attributes.Values.SelectMany(v => v), .. copy.Listing.Pictures.Select(p => p.Alt),
        .. copy.Listing.Options.SelectMany(o => o.Values.Prepend(o.Name)),
    ]);
}
