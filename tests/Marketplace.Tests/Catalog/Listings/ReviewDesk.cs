using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Tests.World;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Catalog.Listings;

/// <summary>The marketplace's side of a review, and the pottery's owner who reads the mails.</summary>
internal static class ReviewDesk
{
    public static readonly Caller Moderator =
        new("01moderator", AdminPermissions: new HashSet<string> { AdminPermissions.Moderation });

    public static async Task AddOwnerAsync(CatalogWorld world)
    {
        await world.Host.PersonAsync("vera");
        await world.Host.WithPlatformAsync(db =>
        {
            db.Add(new Membership
            {
                TenantId = Pottery, PersonId = Ids.From("person", "vera"), Role = SellerRole.Owner,
                SinceUtc = world.Host.Clock.GetUtcNow().UtcDateTime,
            });
            return db.SaveChangesAsync();
        });
    }

    public static async Task RulesAsync(CatalogWorld world, ReviewMode mode, int first = 5, params string[] words)
    {
        var version = (await QueueAsync(world)).Rules.Version;
        Assert.True((await world.Host.SendAsync(Moderator, new SetListingRules(mode, first, words, version))).Ok);
    }

    public static async Task<SubmissionQueue> QueueAsync(CatalogWorld world) =>
        (await world.Host.SendAsync(Moderator, new ListSubmissions())).Required();

    public static async Task<Result> DecideAsync(CatalogWorld world, string listingId, bool approve, string reason = "")
    {
        var version = (await world.Host.SendAsync(Moderator, new ReadSubmission(listingId))).Required().ListingVersion!.Value;
        var done = await world.Host.SendAsync(Moderator, new DecideOnListing(listingId, version, approve, reason));
        await world.Host.DrainAsync();
        await world.Host.RunJobAsync("publish-due-listings");
        await world.Host.DrainAsync();
        return done;
    }

    public static async Task<bool> IsShownAsync(CatalogWorld world, SavedListing listing) =>
        (await world.Host.SendAsync(Caller.Anonymous, new GetProductPage(listing.ShortId, Dutch))).Ok;
}
