using System.Diagnostics;
using Marketplace.App.Seeding.Model;
using Marketplace.App.Seeding.Orders;
using Marketplace.App.Seeding.Reading;
using Marketplace.App.Seeding.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.App.Seeding;

/// <summary>What the demo world holds after a run, and how long the run took.</summary>
public sealed record SeedReport(int Shops, int Listings, int Orders, TimeSpan Took);

/// <summary>
/// Makes the demo world of an empty database, through the product's own messages, as its people would have made it
/// over the last months. What is there already stays as it is: a repeat changes nothing, and a run that was broken
/// off is completed by the next one, in the same days. Needs a host whose clock is a <see cref="SeedClock"/>.
/// </summary>
public static class SeedDemo
{
    /// <summary>How long before now the platform was set up.</summary>
    public static readonly TimeSpan Past = TimeSpan.FromDays(300);

    /// <summary>How long there have been orders.</summary>
    private static readonly TimeSpan Trade = TimeSpan.FromDays(30);

    public static async Task<SeedReport> RunAsync(
        IServiceProvider services, SeedOptions options, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var clock = services.GetRequiredService<TimeProvider>() as SeedClock
            ?? throw new InvalidOperationException("Seeding needs a host of its own whose TimeProvider is a SeedClock.");
        var world = DemoWorldReader.Read(options.Folder);
        var sender = new SeedSender(services);
        var mark = new DemoMark(sender);
        var (start, isMade) = await mark.BeginAsync(clock.GetUtcNow(), cancellation);
        clock.RestartAt(start);
        var end = start + Past;
        var pictures = await SeedPictures.CopyAsync(sender, world, cancellation);

        await new SeedSettings(sender).RunAsync(world, cancellation);
        await new SeedTax(sender).RunAsync(world, cancellation);
        var tree = await new SeedTaxonomy(sender, pictures).RunAsync(world, cancellation);
        options.Say($"{world.Platform.Name}: {tree.All.Count()} categories, tax of {world.Platform.Countries.Count} countries");
        var people = await new SeedPeople(sender).RunAsync(world, cancellation);
        options.Say($"{people.Count} people, all with the password {world.Platform.People.DemoPassword}");

        var shops = await OpenShopsAsync(world, sender, pictures, clock, people, cancellation);
        await new SeedCommissions(sender).RunAsync(world, tree, cancellation);
        var listings = new SeedListings(sender, pictures, world, tree, clock);
        await new SeedCatalogue(sender, listings, new SeedPayouts(sender, options.Bank)).RunAsync(shops, cancellation);
        await new SeedHome(sender, pictures).RunAsync(world, cancellation);
        var count = shops.Sum(s => s.Demo.Listings.Count);
        options.Say($"{shops.Count} shops with {count} listings");

        clock.MoveTo(end - Trade);
        var orders = options.Bank is { } bank && !isMade
            ? await new SeedOrders(sender, bank, clock, options.Say).RunAsync(world, shops, end, cancellation) : 0;
        if (orders > 0) options.Say($"{orders} orders of the last {Trade.Days} days");
        var reviews = isMade ? 0 : await new SeedTalk(sender, pictures).RunAsync(world, shops, end, cancellation);
        if (reviews > 0) options.Say($"{reviews} reviews, and what shops and buyers write to each other");
        if (!isMade) await new SeedVisits(sender).RunAsync(shops, end, cancellation);
        clock.MoveTo(end);
        if (!isMade) await mark.EndAsync(end, cancellation);
        return new SeedReport(shops.Count, count, orders, watch.Elapsed);
    }

    /// <summary>Whether somebody broke the making off; a database without a demo world is not half made.</summary>
    public static Task<bool> IsHalfMadeAsync(IServiceProvider services, CancellationToken cancellation) =>
        new SeedSender(services).ReadAsync(db => DemoMark.IsHalfMadeAsync(db, cancellation));

    private static async Task<IReadOnlyList<OpenedShop>> OpenShopsAsync(
        DemoWorld world, SeedSender sender, SeedPictures pictures, SeedClock clock,
        IReadOnlyDictionary<string, string> people, CancellationToken cancellation)
    {
        var step = new SeedShop(sender, pictures, new SeedShipping(sender));
        var shops = new List<OpenedShop>();
        foreach (var demo in world.Shops)
        {
            shops.Add(await step.RunAsync(demo, people, cancellation));
            clock.Advance(TimeSpan.FromDays(11));
        }

        return shops;
    }
}
