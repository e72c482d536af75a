using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Model;
using Marketplace.Sales.Saved;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.Saved;

public sealed class SavedItemsTests
{
    private static readonly string MugListing = Ids.From("listing", Mug);
    private static readonly string BowlListing = Ids.From("listing", Bowl);

    [Fact]
    public async Task A_guests_list_joins_the_persons_at_sign_in_and_nothing_is_there_twice()
    {
        await using var world = await OpenAsync();
        var host = world.Host;
        await host.SendAsync(Otto, new SaveItem(MugListing));
        foreach (var listing in (string[])[MugListing, BowlListing, BowlListing])
            Assert.True((await host.SendAsync(Mara, new SaveItem(listing))).Ok);

        for (var i = 0; i < 2; i++)
            Assert.True((await host.SendAsync(Caller.System, new MergeSaved(Mara.BuyerId!, Otto.BuyerId!))).Ok);

        Assert.Equal(
            new HashSet<string> { MugListing, BowlListing }, (await host.SendAsync(Otto, new ListSavedItems())).Required().ToHashSet());
        Assert.Empty((await host.SendAsync(Mara, new ListSavedItems())).Required());
        Assert.True((await host.SendAsync(Otto, new UnsaveItem(MugListing))).Ok);
        Assert.Equal([BowlListing], (await host.SendAsync(Otto, new ListSavedItems())).Required());
    }

    [Fact]
    public async Task What_is_not_there_is_not_saved_and_a_list_holds_two_hundred()
    {
        await using var world = await OpenAsync();
        await world.Host.WithPlatformAsync(db =>
        {
            for (var i = 0; i < SavedItem.Most; i++)
                db.Add(new SavedItem { BuyerId = Otto.BuyerId!, ListingId = Ids.From("listing", $"{i}"), SavedAtUtc = DateTime.UnixEpoch });
            return db.SaveChangesAsync();
        });

        Assert.Equal(SavedErrors.NoListing, (await world.Host.SendAsync(Mara, new SaveItem("nothing"))).Error);
        Assert.Equal(SavedErrors.Full, (await world.Host.SendAsync(Otto, new SaveItem(MugListing))).Error);
    }
}
