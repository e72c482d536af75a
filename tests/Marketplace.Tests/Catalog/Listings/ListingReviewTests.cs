using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;
using static Marketplace.Tests.Catalog.Listings.ReviewDesk;

namespace Marketplace.Tests.Catalog.Listings;

/// <summary>Listings that the marketplace looks at before buyers see them.</summary>
public sealed class ListingReviewTests
{
    [Fact]
    public async Task Without_rules_every_listing_goes_on_sale_at_once()
    {
        await using var world = await StartAsync();

        var saved = await world.PublishAsync(Potter, world.Mug());

        Assert.False(saved.IsHeld);
        Assert.True(await IsShownAsync(world, saved));
        Assert.Empty((await QueueAsync(world)).Rows);
    }

    [Fact]
    public async Task A_held_listing_is_seen_by_buyers_once_it_was_approved()
    {
        await using var world = await StartAsync();
        await RulesAsync(world, ReviewMode.Always);

        var saved = await world.PublishAsync(Potter, world.Mug());

        Assert.True(saved.IsHeld);
        Assert.False(await IsShownAsync(world, saved));
        var row = Assert.Single((await QueueAsync(world)).Rows);
        Assert.Equal((saved.ListingId, "The Pottery", true), (row.ListingId, row.SellerName, row.IsFirst));
        Assert.Equal([new HoldCause(HoldReason.EveryListing)], row.Causes);

        Assert.True((await DecideAsync(world, saved.ListingId, approve: true)).Ok);

        Assert.True(await IsShownAsync(world, saved));
        Assert.Empty((await QueueAsync(world)).Rows);
        Assert.Equal(SubmissionState.Approved, (await world.ReadAsync(Potter, saved.ListingId)).Submission!.State);
    }

    [Fact]
    public async Task A_change_of_what_is_on_sale_waits_with_its_difference_while_the_old_stays()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());
        await RulesAsync(world, ReviewMode.Always);

        await ChangeAsync(world, saved.ListingId, d => d with { Title = "Stoneware mug, salt glazed" });

        Assert.Equal("Stoneware mug, hand thrown", await ShownTitleAsync(world, saved));
        var look = (await world.Host.SendAsync(Moderator, new ReadSubmission(saved.ListingId))).Required();
        var change = Assert.Single(look.Changes);
        Assert.Equal((SnapshotPart.Title, "Stoneware mug, ", "hand thrown", "salt glazed"),
            (change.Of, change.Marked().Start, change.Marked().Removed, change.Marked().Added));

        await DecideAsync(world, saved.ListingId, approve: true);
        Assert.Equal("Stoneware mug, salt glazed", await ShownTitleAsync(world, saved));
    }

    [Fact]
    public async Task What_is_sent_back_tells_its_owner_why_and_can_be_sent_again()
    {
        await using var world = await StartAsync();
        await RulesAsync(world, ReviewMode.Always);
        await AddOwnerAsync(world);
        var saved = await world.PublishAsync(Potter, world.Mug());

        Assert.True((await DecideAsync(world, saved.ListingId, approve: false, "The picture shows another mug.")).Ok);

        Assert.False(await IsShownAsync(world, saved));
        var own = (await world.ReadAsync(Potter, saved.ListingId)).Submission!;
        Assert.Equal((SubmissionState.Rejected, "The picture shows another mug."), (own.State, own.Reason));

        var mail = Assert.Single(await world.Host.WithPlatformAsync(db => db.Set<QueuedMail>().AsNoTracking().ToListAsync()));
        Assert.Equal(("vera@example.com", "Please mend: Stoneware mug, hand thrown"), (mail.Recipient, mail.Subject));
        Assert.Contains("The picture shows another mug.", mail.Text);

        await ChangeAsync(world, saved.ListingId, d => d with { Brand = "Kiln and sons" });
        Assert.Equal(saved.ListingId, Assert.Single((await QueueAsync(world)).Rows).ListingId);
    }

    [Fact]
    public async Task What_was_edited_after_it_was_sent_is_not_approved_with_it()
    {
        await using var world = await StartAsync();
        await RulesAsync(world, ReviewMode.Always);
        var saved = await world.PublishAsync(Potter, world.Mug());
        var draft = await world.ReadAsync(Potter, saved.ListingId);
        await world.Host.SendAsync(
            Potter, new SaveListing(draft.Id, draft.Version, draft.Draft with { Title = "Something quite different" }));

        Assert.True((await DecideAsync(world, saved.ListingId, approve: true)).Ok);

        Assert.False(await IsShownAsync(world, saved));
        Assert.Equal("Something quite different", Assert.Single((await QueueAsync(world)).Rows).Title);
    }

    [Fact]
    public async Task Who_decides_on_what_was_sent_anew_meanwhile_is_told_so()
    {
        await using var world = await StartAsync();
        await RulesAsync(world, ReviewMode.Always);
        var saved = await world.PublishAsync(Potter, world.Mug());
        var seen = (await world.Host.SendAsync(Moderator, new ReadSubmission(saved.ListingId))).Required().ListingVersion!.Value;
        await ChangeAsync(world, saved.ListingId, d => d with { Title = "Something quite different" });

        var late = await world.Host.SendAsync(Moderator, new DecideOnListing(saved.ListingId, seen, Approve: true));

        Assert.Equal("listing.not-waiting", late.Error?.Code);
        Assert.False(await IsShownAsync(world, saved));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_does()
    {
        await using var world = await StartAsync();
        await RulesAsync(world, ReviewMode.Always);
        var saved = await world.PublishAsync(Potter, world.Mug());
        var version = (await world.Host.SendAsync(Moderator, new ReadSubmission(saved.ListingId))).Required().ListingVersion!.Value;

        var answers = await Task.WhenAll(
            Task.Run(() => world.Host.SendAsync(Moderator, new DecideOnListing(saved.ListingId, version, true))),
            Task.Run(() => world.Host.SendAsync(Moderator, new DecideOnListing(saved.ListingId, version, false, "Not like this."))));

        Assert.Equal("listing.not-waiting", Assert.Single(answers, a => !a.Ok).Error!.Code);
    }

    [Fact]
    public async Task A_shop_is_new_until_it_has_published_as_many_as_the_rules_say()
    {
        await using var world = await StartAsync();
        await RulesAsync(world, ReviewMode.NewShops, first: 1);
        var first = await world.PublishAsync(Potter, world.Mug());
        Assert.True(first.IsHeld);
        await DecideAsync(world, first.ListingId, approve: true);

        Assert.False((await world.PublishAsync(Potter, world.Mug("TWO"))).IsHeld);
        Assert.True((await world.PublishAsync(KilnMaster, world.Mug())).IsHeld);
    }

    [Theory]
    [InlineData("A replica of an old mug", true)]
    [InlineData("RÉPLICA of a mug", true)]
    [InlineData("Replicated by hand", false)]
    public async Task A_watched_word_holds_a_listing_back_whatever_the_mode(string title, bool isHeld)
    {
        await using var world = await StartAsync();
        await RulesAsync(world, ReviewMode.Never, words: ["replica"]);

        var saved = await world.PublishAsync(Potter, world.Mug() with { Title = title });

        Assert.Equal(isHeld, saved.IsHeld);
    }

    [Fact]
    public async Task What_is_taken_down_comes_back_only_by_approval()
    {
        await using var world = await StartAsync();
        var saved = await world.PublishAsync(Potter, world.Mug());

        Assert.True((await world.Host.SendAsync(Moderator, new TakeDownListing(saved.ListingId, "It breaks the law."))).Ok);
        await world.Host.DrainAsync();

        Assert.False(await IsShownAsync(world, saved));
        Assert.Equal("listing.taken-down", (await world.Host.SendAsync(Potter, new ResumeListing(saved.ListingId))).Error?.Code);
        Assert.Equal("listing.not-on-sale",
            (await world.Host.SendAsync(Moderator, new TakeDownListing(saved.ListingId, "Once more."))).Error?.Code);
        var again = (await world.Host.SendAsync(Potter, new PublishListing(saved.ListingId))).Required();
        Assert.True(again.IsHeld);
        Assert.Equal(HoldReason.WasTakenDown, Assert.Single(Assert.Single((await QueueAsync(world)).Rows).Causes).Reason);

        await DecideAsync(world, saved.ListingId, approve: true);
        Assert.True(await IsShownAsync(world, saved));
    }

    [Fact]
    public async Task Sent_twice_at_once_it_waits_once()
    {
        await using var world = await StartAsync();
        await RulesAsync(world, ReviewMode.Always);
        var draft = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => world.Host.SendAsync(Potter, new PublishListing(draft.ListingId)))));

        Assert.Contains(answers, a => a.Ok && a.Value.IsHeld);
        Assert.All(answers.Where(a => !a.Ok), a => Assert.Equal("listing.changed", a.Error!.Code));
        Assert.Single((await QueueAsync(world)).Rows);
    }

    [Fact]
    public async Task Of_two_who_set_the_rules_at_once_the_second_is_told()
    {
        await using var world = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(i =>
            Task.Run(() => world.Host.SendAsync(Moderator, new SetListingRules(ReviewMode.Always, i, [], 0)))));

        Assert.Single(answers, a => a.Ok);
        Assert.All(answers.Where(a => !a.Ok), a => Assert.Equal("listing.rules-changed", a.Error!.Code));
    }

    [Fact]
    public async Task Rules_that_cannot_be_and_listings_that_are_not_there_are_refused()
    {
        await using var world = await StartAsync();
        var draft = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();

        Assert.Equal("listing.not-found", (await world.Host.SendAsync(Moderator, new ReadSubmission(draft.ListingId))).Error?.Code);
        Assert.Equal("listing.not-found", (await world.Host.SendAsync(Moderator, new TakeDownListing("01none", "Because."))).Error?.Code);
        Assert.Equal("listing.not-on-sale",
            (await world.Host.SendAsync(Moderator, new TakeDownListing(draft.ListingId, "Because."))).Error?.Code);
        Assert.Equal("listing.not-found",
            (await world.Host.SendAsync(Moderator, new DecideOnListing(draft.ListingId, 1, true))).Error?.Code);
        Assert.Equal(ErrorKind.Invalid,
            (await world.Host.SendAsync(Moderator, new SetListingRules(ReviewMode.Always, 0, [], 0))).Error?.Kind);
        Assert.Equal(ErrorKind.Invalid,
            (await world.Host.SendAsync(Moderator, new SetListingRules(ReviewMode.Always, 5, ["x"], 0))).Error?.Kind);
        Assert.Equal("listing.rules-changed",
            (await world.Host.SendAsync(Moderator, new SetListingRules(ReviewMode.Always, 5, [], 7))).Error?.Code);
    }

    [Fact]
    public async Task The_shops_first_page_counts_what_waits_and_what_was_sent_back_and_each_has_its_tab()
    {
        await using var world = await StartAsync();
        await AddOwnerAsync(world);
        await RulesAsync(world, ReviewMode.Always);
        var waiting = await world.PublishAsync(Potter, world.Mug());
        var refused = await world.PublishAsync(Potter, world.Mug("OTHER"));
        world.Host.Clock.Advance(TimeSpan.FromHours(1));
        (await DecideAsync(world, refused.ListingId, approve: false, "The picture shows another mug.")).Done();

        var counts = (await world.Host.SendAsync(Staff(Pottery, SellerPermissions.Member), new CountMyListings())).Required();

        var now = world.Host.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal((1, 1), (counts.SentBack, counts.Waiting));
        Assert.Equal((now, now.AddHours(-1)), (counts.SentBackSinceUtc, counts.WaitingSinceUtc));
        Assert.Equal(refused.ListingId, await OnlyAsync(ListingTab.SentBack));
        Assert.Equal(waiting.ListingId, await OnlyAsync(ListingTab.InReview));

        async Task<string> OnlyAsync(ListingTab tab)
        {
            var page = (await world.Host.SendAsync(Potter, new ListMyListings(tab))).Required();
            Assert.Equal(1, page.Counts[tab]);
            return Assert.Single(page.Rows).Id;
        }
    }

    private static async Task ChangeAsync(CatalogWorld world, string listingId, Func<ListingDraft, ListingDraft> change)
    {
        var read = await world.ReadAsync(Potter, listingId);
        var saved = await world.Host.SendAsync(Potter, new SaveListing(read.Id, read.Version, change(read.Draft), Publish: true));
        Assert.True(saved.Ok, saved.Error?.Message);
        await world.Host.DrainAsync();
    }

    private static async Task<string> ShownTitleAsync(CatalogWorld world, SavedListing listing) =>
        (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(listing.ShortId, Dutch))).Required().Title;
}
