using Marketplace.Accounts.Mailing.Model;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Review;
using Marketplace.Kernel.Audit;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using static Marketplace.Tests.Catalog.CatalogWorld;
using static Marketplace.Tests.Catalog.Listings.ReviewDesk;

namespace Marketplace.Tests.Catalog.Listings;

/// <summary>The process is killed at each step of a decision; somebody decides again once it is back.</summary>
public sealed class ListingReviewCrashTests
{
    [Fact]
    public Task An_approved_listing_goes_on_sale_once_and_its_owner_is_told_once() => KillAtEveryStepAsync(
        ReviewMode.Always,
        async (world, listing) =>
        {
            await world.Host.SendAsync(Moderator, new DecideOnListing(listing.ListingId, listing.Version, Approve: true));
            await world.Host.RunJobAsync("publish-due-listings");
            await world.Host.DrainAsync();
        },
        async (world, listing) =>
        {
            Assert.True(await IsShownAsync(world, listing));
            Assert.Single((await world.ReadAsync(Potter, listing.ListingId)).Revisions);
            await CheckTracesAsync(world, "listing.approved", "On sale now: Stoneware mug, hand thrown");
        });

    [Fact]
    public Task What_is_taken_down_is_gone_at_once_and_its_owner_is_told_once() => KillAtEveryStepAsync(
        ReviewMode.Never,
        async (world, listing) =>
        {
            await world.Host.SendAsync(Moderator, new TakeDownListing(listing.ListingId, "It breaks the law."));
            await world.Host.DrainAsync();
        },
        async (world, listing) =>
        {
            Assert.False(await IsShownAsync(world, listing));
            await CheckTracesAsync(world, "listing.taken-down", "Taken off sale: Stoneware mug, hand thrown");
        });

    private static async Task KillAtEveryStepAsync(
        ReviewMode mode, Func<CatalogWorld, SavedListing, Task> decide, Func<CatalogWorld, SavedListing, Task> check)
    {
        var step = 0;
        for (var gotThrough = false; !gotThrough;)
        {
            var plug = new PowerPlug();
            await using var world = await StartAsync(plug.Wire);
            plug.PutIn(0);
            await AddOwnerAsync(world);
            await RulesAsync(world, mode);
            var draft = (await world.Host.SendAsync(Potter, new SaveListing(null, null, world.Mug()))).Required();
            Assert.True((await world.Host.SendAsync(Potter, new PublishListing(draft.ListingId))).Ok);
            await world.Host.DrainAsync();

            plug.PutIn(++step);
            try
            {
                await decide(world, draft);
            }
            catch (PowerCut)
            {
                // As wanted; one that was swallowed on its way up shows by the plug.
            }

            gotThrough = !plug.IsOut;
            plug.PutIn(0);
            await world.Host.RestartAsync();
            world.Host.Clock.Advance(TimeSpan.FromMinutes(2));
            await decide(world, draft);
            await check(world, draft);
        }

        Assert.True(step > 3, $"There were {step - 1} steps only.");
    }

    /// <summary>One mail and one entry of the audit log.</summary>
    private static async Task CheckTracesAsync(CatalogWorld world, string action, string subject)
    {
        Assert.Equal([subject], await world.Host.WithPlatformAsync(db => db.Set<QueuedMail>().Select(m => m.Subject).ToListAsync()));
        Assert.Equal(1, await world.Host.WithPlatformAsync(db => db.Set<AuditRow>().CountAsync(a => a.Action == action)));
    }
}
