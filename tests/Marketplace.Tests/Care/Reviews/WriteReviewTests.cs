using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Care.Reviews;
using Marketplace.Care.Reviews.Model;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Care.Reviews;

public sealed class WriteReviewTests
{
    private static WriteReview Five(string lineId) => new(lineId, 5, "Fits the hand", "Keeps tea warm for half an hour.", [], []);

    [Fact]
    public async Task Who_received_it_writes_once_and_the_catalogue_the_shop_and_search_learn_of_it()
    {
        await using var world = await CareWorld.OpenAsync();
        var before = await IndexVersionAsync(world);

        Assert.Single((await world.Host.SendAsync(world.Sanne, new ListMyReviews())).Required().ToWrite);
        var id = (await world.Host.SendAsync(world.Sanne, Five(world.LineId))).Required();
        await world.Host.DrainAsync();

        var mine = (await world.Host.SendAsync(world.Sanne, new ListMyReviews())).Required();
        Assert.Empty(mine.ToWrite);
        Assert.Equal(id, Assert.Single(mine.Written).ReviewId);
        var (rating, standing, talk) = await world.Host.WithPlatformAsync(async db => (
            await db.ListingRatings.SingleAsync(), await db.SellerStandings.SingleAsync(s => s.TenantId == Kiln),
            await db.ListingTalks.SingleAsync()));
        Assert.Equal((500, 1, "0,0,0,0,1"), (rating.RatingHundredths, rating.RatingCount, string.Join(',', rating.Stars)));
        Assert.Equal((500, 1), (standing.RatingHundredths, standing.RatingCount));
        Assert.Equal("Keeps tea warm for half an hour.", Assert.Single(talk.Reviews).Text);
        Assert.True(await IndexVersionAsync(world) > before);
        Assert.Contains("5 stars for Stoneware mug", await world.SubjectsAsync("kim@example.com"));
    }

    [Fact]
    public async Task Nobody_else_reviews_it_and_a_guest_has_to_sign_in()
    {
        await using var world = await CareWorld.OpenAsync();

        Assert.Equal(ReviewErrors.NoSuchLine, (await world.Host.SendAsync(world.Ned, Five(world.LineId))).Error);
        Assert.Equal(ReviewErrors.NoSuchLine, (await world.Host.SendAsync(world.Ned, new GetMyReview(world.LineId))).Error);
        Assert.Equal(AccessErrors.SignIn, (await world.Host.SendAsync(CareWorld.Guest, Five(world.LineId))).Error);
        Assert.Equal("review.no-purchase", (await world.Host.SendAsync(world.Sanne, Five("nothing"))).Error?.Code);
    }

    [Fact]
    public async Task What_has_not_arrived_cannot_be_reviewed_yet()
    {
        await using var world = await CareWorld.OpenAsync();
        var order = await world.Sales.BuyAsync(world.Ned);
        var line = (await world.Sales.LinesAsync((await world.Sales.PartAsync(order, Kiln)).Id))[0];

        Assert.Equal(ReviewErrors.NoSuchLine, (await world.Host.SendAsync(world.Ned, Five(line.Id))).Error);
        Assert.Empty((await world.Host.SendAsync(world.Ned, new ListMyReviews())).Required().ToWrite);
    }

    [Fact]
    public async Task After_ninety_days_it_is_too_late_to_write_and_after_thirty_to_change()
    {
        await using var world = await CareWorld.OpenAsync();
        world.Host.Clock.Advance(TimeSpan.FromDays(89));
        (await world.Host.SendAsync(world.Sanne, Five(world.LineId))).Required();
        world.Host.Clock.Advance(TimeSpan.FromDays(29));

        (await world.Host.SendAsync(world.Sanne, Five(world.LineId) with { Stars = 4 })).Required();
        world.Host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(ReviewErrors.EditOver, (await world.Host.SendAsync(world.Sanne, Five(world.LineId))).Error);

        var late = (await world.Sales.LinesAsync((await world.ReceiveAsync(world.Ned, Bowl)).Id))[0];
        world.Host.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(ReviewErrors.WindowOver, (await world.Host.SendAsync(world.Ned, Five(late.Id))).Error);
    }

    [Fact]
    public async Task A_change_keeps_what_was_said_before_where_only_its_author_and_the_platform_read_it()
    {
        await using var world = await CareWorld.OpenAsync();
        var id = (await world.Host.SendAsync(world.Sanne, Five(world.LineId))).Required();

        Assert.Equal(id, (await world.Host.SendAsync(
            world.Sanne, Five(world.LineId) with { Stars = 2, Text = "The handle came off on Friday." })).Required());
        await world.Host.DrainAsync();

        var shown = (await world.Host.SendAsync(Caller.Anonymous, new GetReview(id))).Required();
        Assert.Equal((2, true), (shown.Stars, shown.IsEdited));
        var former = await world.Host.WithPlatformAsync(db => db.ReviewRevisions.SingleAsync());
        Assert.Equal((5, "Keeps tea warm for half an hour."), (former.Stars, former.Text));
        var rating = await world.Host.WithPlatformAsync(db => db.ListingRatings.SingleAsync());
        Assert.Equal((200, 1), (rating.RatingHundredths, rating.RatingCount));
    }

    [Fact]
    public async Task Photos_are_written_anew_kept_or_taken_away_and_never_more_than_five()
    {
        await using var world = await CareWorld.OpenAsync();
        var jpeg = TestPictures.SidewaysJpeg(800, 400);

        var many = await world.Host.SendAsync(world.Sanne, Five(world.LineId) with { Added = [jpeg, jpeg, jpeg, jpeg, jpeg, jpeg] });
        var odd = await world.Host.SendAsync(world.Sanne, Five(world.LineId) with { Added = ["%PDF-1.7"u8.ToArray()] });
        var id = (await world.Host.SendAsync(
            world.Sanne, Five(world.LineId) with { Added = [jpeg, TestPictures.Png(300, 300)] })).Required();
        var two = (await world.Host.SendAsync(Caller.Anonymous, new GetReview(id))).Required().Photos;
        (await world.Host.SendAsync(world.Sanne, Five(world.LineId) with { Kept = [two[1], "somebody-elses"] })).Required();

        Assert.Equal(ReviewErrors.TooManyPhotos, many.Error);
        Assert.Equal(("picture.not-a-picture", true), (odd.Error?.Code, odd.Error!.Fields!.ContainsKey("Photos")));
        Assert.Equal(2, two.Count);
        Assert.Equal([two[1]], (await world.Host.SendAsync(Caller.Anonymous, new GetReview(id))).Required().Photos);
    }

    [Theory]
    [InlineData(0, "Long enough to be said.", "Stars")]
    [InlineData(6, "Long enough to be said.", "Stars")]
    [InlineData(5, "Short", "Text")]
    public async Task What_is_missing_is_said_beside_its_field(int stars, string text, string field)
    {
        await using var world = await CareWorld.OpenAsync();

        var refused = await world.Host.SendAsync(world.Sanne, Five(world.LineId) with { Stars = stars, Text = text });

        Assert.True(refused.Error!.Fields!.ContainsKey(field), string.Join(',', refused.Error.Fields.Keys));
    }

    [Fact]
    public async Task Buyers_are_asked_once_after_some_days_unless_they_said_no_or_have_written()
    {
        await using var world = await CareWorld.OpenAsync();
        await world.ReceiveAsync(world.Ned, Bowl);
        (await world.Host.SendAsync(world.Ned, new SetReviewRequests(false))).Done();
        await world.Host.RunJobAsync("request-reviews");
        Assert.DoesNotContain("How is the Stoneware mug?", await world.SubjectsAsync("sanne@example.com"));

        world.Host.Clock.Advance(TimeSpan.FromDays(6));
        await world.Host.RunJobAsync("request-reviews");
        await world.Host.RunJobAsync("request-reviews");

        Assert.Single(await world.SubjectsAsync("sanne@example.com"), s => s == "How is the Stoneware mug?");
        Assert.DoesNotContain(await world.SubjectsAsync("ned@example.com"), s => s.StartsWith("How is", StringComparison.Ordinal));
        Assert.False((await world.Host.SendAsync(world.Ned, new GetReviewRequests())).Required());
        (await world.Host.SendAsync(world.Ned, new SetReviewRequests(true))).Done();
        Assert.True((await world.Host.SendAsync(world.Ned, new GetReviewRequests())).Required());
    }

    private static Task<long> IndexVersionAsync(CareWorld world) => world.Host.WithPlatformAsync(db =>
        db.ListingChanges.Where(c => c.ListingId == CareWorld.MugListing).Select(c => c.IndexVersion).SingleAsync());
}
