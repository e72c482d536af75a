using System.Diagnostics;
using Bogus;
using Marketplace.App.Seeding.Bulk;
using Marketplace.App.Seeding.Many;
using Marketplace.App.Seeding.Model;
using Marketplace.App.Seeding.Reading;
using Marketplace.Catalog;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Media.Model;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Person = Marketplace.Accounts.Identity.Model.Person;

namespace Marketplace.App.Seeding;

/// <param name="Listings">Made now; those of an earlier run are not counted.</param>
public sealed record SeedManyReport(int Listings, int Sellers, TimeSpan Took)
{
    public double PerSecond => Listings / Math.Max(Took.TotalSeconds, 0.001);
}

/// <summary>
/// A large catalogue for load and search tests: after the demo world, N listings in whole shops of a hundred. The same
/// numbers make the same listings every time; a repeat goes on where the last one stopped, because a shop and its
/// listings are one transaction. That is thousands of rows, past the hundred that a background batch may have: it is
/// meant for a host that serves nobody meanwhile (ops/decisions/0005).
/// </summary>
public static class SeedMany
{
    public const int ListingsPerSeller = 100;
    private const int Seed = 20260301;

    public static async Task<SeedManyReport> RunAsync(
        IServiceProvider services, SeedOptions options, int count, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        await SeedDemo.RunAsync(services, options, cancellation);
        var sender = new SeedSender(services);
        var world = DemoWorldReader.Read(options.Folder);
        var plan = await PlanAsync(sender, world, cancellation);
        var wanted = Enumerable.Range(0, (count + ListingsPerSeller - 1) / ListingsPerSeller)
            .Where(n => !plan.Known.Contains(ManySellers.IdOf(n))).ToList();

        var watch = Stopwatch.StartNew();
        var (made, said) = (0, 0L);
        await Parallel.ForEachAsync(
            wanted, new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellation },
            async (number, cancel) =>
            {
                await AddShopAsync(services, plan, number, cancel);
                var done = Interlocked.Add(ref made, ListingsPerSeller);
                if (watch.ElapsedMilliseconds - Interlocked.Read(ref said) < 2000) return;
                Interlocked.Exchange(ref said, watch.ElapsedMilliseconds);
                options.Say(
                    $"{done:N0} of {wanted.Count * ListingsPerSeller:N0} listings, {done / watch.Elapsed.TotalSeconds:N0} a second");
            });
        var report = new SeedManyReport(made, wanted.Count, watch.Elapsed);
        options.Say($"{report.Listings:N0} listings in {report.Sellers:N0} shops in {report.Took.TotalSeconds:N1} s "
            + $"({report.PerSecond:N0} a second)");
        return report;
    }

    /// <summary>One makes rows while another writes; more only wait for each other.</summary>
    private static int Workers => Math.Clamp(Environment.ProcessorCount, 2, 4);

    private static async Task<Plan> PlanAsync(SeedSender sender, DemoWorld world, CancellationToken cancellation)
    {
        var tree = await sender.AskAsync(Caller.System, new ReadCategoryTree(), cancellation);
        var categories = tree.All.ToDictionary(c => c.Slug, c => c.Id, StringComparer.Ordinal);
        var masters = await sender.ReadAsync(db => db.MediaAssets.AsNoTracking().ToListAsync(cancellation));
        var pictures = masters.DistinctBy(m => m.FileName, StringComparer.Ordinal)
            .ToDictionary(m => Path.GetFileNameWithoutExtension(m.FileName), StringComparer.Ordinal);
        var known = await sender.ReadAsync(db => db.Set<ListingChange>().Select(c => c.TenantId).Distinct().ToListAsync(cancellation));
        var email = world.Platform.People.Admins[0].Email;
        var password = await sender.ReadAsync(db => db.Set<Person>()
            .Where(p => p.Email == email).Select(p => p.PasswordHash!).SingleAsync(cancellation));
        return new Plan(
            world, tree, categories, pictures, password, known.ToHashSet(StringComparer.Ordinal),
            [.. world.Platform.Countries.Select(c => c.Code)]);
    }

    private static async Task AddShopAsync(
        IServiceProvider services, Plan plan, int number, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var writer = new BulkWriter(
            scope.ServiceProvider.GetRequiredService<PlatformDb>(), scope.ServiceProvider.GetRequiredService<IDatabaseProvider>());
        var faker = new Faker("en") { Random = new Randomizer(Seed + number) };
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

        var sellers = new ManySellers(writer, plan.PasswordHash, plan.Countries);
        var seller = sellers.Add(number, faker, now.AddDays(-faker.Random.Int(60, 400)));
        var drafts = new ManyListings(plan.World, plan.Categories, plan.Pictures);
        var rows = new ListingRows(plan.Tree, writer.Rows, Caller.System.Actor);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ListingsPerSeller; i++)
        {
            var name = $"{number:D5}-{i:D3}";
            var (draft, pictures) = drafts.Next(seller, name, faker);
            foreach (var picture in pictures.Where(p => shown.Add(p.PictureRef))) sellers.AddPicture(seller.TenantId, picture, now);
            rows.Add(seller.TenantId, Kernel.Values.Ids.From("many", "listing", name), draft, now.AddMinutes(-faker.Random.Int(1, 80_000)));
        }

        await writer.WriteAsync(
            db => SellerListingChanges.BumpAsync(db, seller.TenantId, cancellation), cancellation);
    }

    private sealed record Plan(
        DemoWorld World, CategoryTree Tree, IReadOnlyDictionary<string, string> Categories,
        IReadOnlyDictionary<string, MediaAsset> Pictures, string PasswordHash, IReadOnlySet<string> Known,
        IReadOnlyList<string> Countries);
}
