using System.Collections.Concurrent;
using Marketplace.App.Seeding.Bulk;
using Marketplace.App.Seeding.Model;
using Marketplace.Catalog.Media;
using Marketplace.Catalog.Media.Adapters;
using Marketplace.Catalog.Media.Contracts;
using Marketplace.Catalog.Media.Model;
using Marketplace.Kernel.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.App.Seeding.Steps;

/// <summary>
/// The committed drawings. Only the masters are copied: smaller sizes are made when they are first asked for, so that
/// the first page need not wait for them. A picture that is missing is left out.
/// </summary>
internal sealed class SeedPictures
{
    private readonly ConcurrentDictionary<string, LibraryPicture> _byKey = new(StringComparer.Ordinal);

    /// <summary>Puts every picture that the demo names where its content says; those that lie there stay.</summary>
    public static async Task<SeedPictures> CopyAsync(SeedSender sender, DemoWorld world, CancellationToken cancellation)
    {
        var pictures = new SeedPictures();
        await using var scope = sender.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<PictureFiles>();
        await Parallel.ForEachAsync(Keys(world), cancellation, async (key, cancel) =>
        {
            if (world.PictureFile(key) is not { } path) return;
            var master = await File.ReadAllBytesAsync(path, cancel);
            var (width, height) = VipsPictures.Measure(master);
            var pictureRef = await files.KeepAsync(master, cancel);
            pictures._byKey[key] = new LibraryPicture(pictureRef, Path.GetFileName(path), width, height);
        });
        return pictures;
    }

    public string? Ref(string? key) => key is not null && _byKey.TryGetValue(key, out var picture) ? picture.Ref : null;

    /// <summary>Says that a shop has these pictures in its library.</summary>
    public void AddToLibrary(
        BulkWriter writer, string tenantId, IEnumerable<string> keys, IReadOnlySet<string> known, DateTime at)
    {
        var pictures = keys.Select(k => _byKey.GetValueOrDefault(k)).OfType<LibraryPicture>();
        foreach (var picture in pictures.DistinctBy(p => p.Ref).Where(p => !known.Contains(p.Ref)))
        {
            writer.Add(new MediaAsset
            {
                TenantId = tenantId, Id = Ids.From(tenantId, picture.Ref), PictureRef = picture.Ref,
                FileName = picture.FileName, Width = picture.Width, Height = picture.Height, AtUtc = at,
            });
        }
    }

    private static IEnumerable<string> Keys(DemoWorld world) => world.Shops.SelectMany(s => s.Listings)
        .SelectMany(l => l.Images.Select(i => i.Image))
        .Concat(world.Shops.SelectMany(s => (string[])[s.Shop.Logo, s.Shop.Banner]))
        .Concat(world.Platform.Home.Hero.Pictures.Select(p => p.Image)).Distinct(StringComparer.Ordinal);
}
