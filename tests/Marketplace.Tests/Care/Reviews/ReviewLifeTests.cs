using Marketplace.Care;
using Marketplace.Care.Reviews;
using Marketplace.Care.Reviews.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Care.Reviews;

/// <summary>What the others do with a review: the shop answers, readers find it helpful or report it, staff decides.</summary>
public sealed class ReviewLifeTests
{
    [Fact]
    public async Task The_shop_answers_once_and_may_change_its_words_for_a_day()
    {
        var (world, id) = await WrittenAsync();
        await using var owned = world;

        (await world.Host.SendAsync(world.Potter, new ReplyToReview(id, "Thank you!"))).Done();
        world.Host.Clock.Advance(TimeSpan.FromHours(23));
        (await world.Host.SendAsync(world.Potter, new ReplyToReview(id, "Thank you, Sanne!"))).Done();
        world.Host.Clock.Advance(TimeSpan.FromHours(2));
        await world.Host.DrainAsync();

        Assert.Equal(ReviewErrors.ReplyOver, (await world.Host.SendAsync(world.Potter, new ReplyToReview(id, "No."))).Error);
        Assert.Equal(ReviewErrors.NotFound, (await world.Host.SendAsync(TrailStaff, new ReplyToReview(id, "Buy ours"))).Error);
        Assert.Equal("Thank you, Sanne!", (await world.Host.SendAsync(Caller.Anonymous, new GetReview(id))).Required().Reply);
        Assert.Equal("Thank you, Sanne!", (await world.Host.WithPlatformAsync(db => db.ListingTalks.SingleAsync())).Reviews[0].Reply);
        Assert.Single(await world.SubjectsAsync("sanne@example.com"), s => s == "Kiln & Clay answers your review");
    }

    [Fact]
    public async Task The_shop_sees_what_waits_for_an_answer()
    {
        var (world, id) = await WrittenAsync(stars: 2);
        await using var owned = world;

        var duties = (await world.Host.SendAsync(world.Potter, new GetReviewDuties())).Required();
        var page = (await world.Host.SendAsync(world.Potter, new ListSellerReviews(SellerReviewTab.Unanswered))).Required();
        (await world.Host.SendAsync(world.Potter, new ReplyToReview(id, "We are sorry."))).Done();

        Assert.Equal((1, 1), (duties.Unanswered, duties.Low));
        Assert.Equal(id, Assert.Single(page.Reviews).Review.ReviewId);
        Assert.Equal(0, (await world.Host.SendAsync(world.Potter, new GetReviewDuties())).Required().Unanswered);
        Assert.Empty((await world.Host.SendAsync(TrailStaff, new ListSellerReviews())).Required().Reviews);
    }

    [Fact]
    public async Task A_person_finds_it_helpful_once_and_not_their_own()
    {
        var (world, id) = await WrittenAsync();
        await using var owned = world;

        Assert.Equal(ReviewErrors.OwnReview, (await world.Host.SendAsync(world.Sanne, new VoteHelpful(id))).Error);
        Assert.Equal(ReviewErrors.NotFound, (await world.Host.SendAsync(world.Ned, new VoteHelpful("nothing"))).Error);
        Assert.True((await world.Host.SendAsync(world.Ned, new VoteHelpful(id))).Required());
        Assert.True((await world.Host.SendAsync(world.Kim, new VoteHelpful(id))).Required());
        Assert.False((await world.Host.SendAsync(world.Ned, new VoteHelpful(id))).Required());
        await world.Host.DrainAsync();

        Assert.Equal(1, (await world.Host.SendAsync(Caller.Anonymous, new GetReview(id))).Required().HelpfulCount);
        Assert.Equal(1, (await world.Host.WithPlatformAsync(db => db.ListingTalks.SingleAsync())).Reviews[0].HelpfulCount);
    }

    [Fact]
    public async Task Of_two_of_the_staff_who_decide_at_once_one_decides()
    {
        var (world, id) = await WrittenAsync();
        await using var owned = world;
        (await world.Host.SendAsync(world.Ned, new ReportReview(id, ReportReason.Advertising, "Names a shop"))).Done();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
            await world.Host.SendAsync(Admin, new DecideOnReview(id, Hide: i % 2 == 0, "It advertises another shop.")))));

        Assert.Single(answers, a => a.Ok);
        Assert.All(answers.Where(a => !a.Ok), a => Assert.Equal(ReviewErrors.Decided, a.Error));
        Assert.Single(await world.Host.WithPlatformAsync(
            db => db.Set<AuditRow>().Where(r => r.SubjectId == id && r.SubjectKind == "review").ToListAsync()));
    }

    [Fact]
    public async Task Reported_and_hidden_it_counts_no_more_and_both_sides_are_told()
    {
        var (world, id) = await WrittenAsync();
        await using var owned = world;
        (await world.Host.SendAsync(world.Ned, new ReportReview(id, ReportReason.Advertising, "Names a shop"))).Done();
        (await world.Host.SendAsync(world.Ned, new ReportReview(id, ReportReason.Other, "Again"))).Done();
        (await world.Host.SendAsync(world.Kim, new ReportReview(id, ReportReason.Untrue, ""))).Done();

        var waiting = (await world.Host.SendAsync(Admin, new CountReports())).Required();
        var listed = Assert.Single((await world.Host.SendAsync(Admin, new ListReportedReviews())).Required());
        (await world.Host.SendAsync(Admin, new DecideOnReview(id, Hide: true, "It advertises another shop."))).Done();
        await world.Host.DrainAsync();

        Assert.Equal((1, 2), (waiting.Reviews, listed.Reports.Count));
        Assert.Equal(ReviewErrors.NotFound, (await world.Host.SendAsync(Caller.Anonymous, new GetReview(id))).Error);
        var mine = Assert.Single((await world.Host.SendAsync(world.Sanne, new ListMyReviews())).Required().Written);
        Assert.Equal((true, "It advertises another shop."), (mine.IsHidden, mine.HiddenReason));
        Assert.Equal(0, (await world.Host.WithPlatformAsync(db => db.ListingRatings.SingleAsync())).RatingCount);
        Assert.Contains("Your review is no longer shown", await world.SubjectsAsync("sanne@example.com"));
        Assert.Contains("What came of your report", await world.SubjectsAsync("ned@example.com"));
        Assert.Equal(ReviewErrors.Decided, (await world.Host.SendAsync(Admin, new DecideOnReview(id, false, ""))).Error);
        Assert.Equal(ReviewErrors.NoSuchReport, (await world.Host.SendAsync(Admin, new DecideOnReview("nothing", false, ""))).Error);
        Assert.True(await world.Host.WithPlatformAsync(db => db.Set<AuditRow>().AnyAsync(r => r.Action == "review.hidden")));
    }

    [Fact]
    public async Task Kept_it_stays_and_who_hides_says_why()
    {
        var (world, id) = await WrittenAsync();
        await using var owned = world;
        (await world.Host.SendAsync(world.Ned, new ReportReview(id, ReportReason.Untrue, ""))).Done();

        var silent = await world.Host.SendAsync(Admin, new DecideOnReview(id, Hide: true, ""));
        (await world.Host.SendAsync(Admin, new DecideOnReview(id, Hide: false, ""))).Done();

        Assert.True(silent.Error!.Fields!.ContainsKey("Reason"));
        Assert.True((await world.Host.SendAsync(Caller.Anonymous, new GetReview(id))).Ok);
        Assert.DoesNotContain("Your review is no longer shown", await world.SubjectsAsync("sanne@example.com"));
    }

    [Fact]
    public async Task Who_reports_everything_is_stopped()
    {
        var (world, id) = await WrittenAsync();
        await using var owned = world;
        await world.Host.WithPlatformAsync(async db =>
        {
            for (var i = 0; i < 20; i++)
            {
                db.Add(new ReviewReport
                {
                    Id = $"report{i}", ReviewId = $"review{i}", TenantId = Kiln, PersonId = world.Ned.PersonId!,
                    ReporterBuyerId = world.Ned.BuyerId!, Reason = ReportReason.Other, Words = "",
                    AtUtc = world.Host.Clock.GetUtcNow().UtcDateTime,
                });
            }

            return await db.SaveChangesAsync();
        });

        Assert.Equal(
            ReviewErrors.TooManyReports, (await world.Host.SendAsync(world.Ned, new ReportReview(id, ReportReason.Other, ""))).Error);
    }

    [Fact]
    public async Task The_list_filters_by_stars_and_photos_and_sorts()
    {
        var (world, low) = await WrittenAsync(stars: 1);
        await using var owned = world;
        var line = (await world.Sales.LinesAsync((await world.ReceiveAsync(world.Ned, Mug)).Id))[0];
        var high = (await world.Host.SendAsync(world.Ned, new WriteReview(
            line.Id, 5, "", "Nothing but joy with this mug.", [], [Catalog.TestPictures.Png(300, 300)]))).Required();

        async Task<List<string>> IdsAsync(ListListingReviews query) =>
            [.. (await world.Host.SendAsync(Caller.Anonymous, query)).Required().Reviews.Select(r => r.ReviewId)];
        var all = new ListListingReviews(CareWorld.MugListing);

        Assert.Equal([high, low], await IdsAsync(all));
        Assert.Equal([low], await IdsAsync(all with { Stars = 1 }));
        Assert.Equal([high], await IdsAsync(all with { WithPhotos = true }));
        Assert.Equal([low, high], await IdsAsync(all with { Order = ReviewOrder.Worst }));
        Assert.Equal([high, low], await IdsAsync(all with { Order = ReviewOrder.Newest }));
        Assert.Empty(await IdsAsync(all with { Page = 9 }));
    }

    internal static async Task<(CareWorld World, string ReviewId)> WrittenAsync(int stars = 5)
    {
        var world = await CareWorld.OpenAsync();
        var id = (await world.Host.SendAsync(
            world.Sanne, new WriteReview(world.LineId, stars, "", "Keeps tea warm for half an hour.", [], []))).Required();
        await world.Host.DrainAsync();
        return (world, id);
    }
}
