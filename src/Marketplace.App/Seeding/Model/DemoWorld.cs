namespace Marketplace.App.Seeding.Model;

/// <summary>The demo world as it stands in its folder, read and checked.</summary>
public sealed record DemoWorld(string Folder, PlatformSeed Platform, IReadOnlyList<DemoShop> Shops, TalkSeed Talk)
{
    public IEnumerable<CategorySeed> Categories => Platform.Categories.SelectMany(c => c.Branch());

    /// <summary>The file of a picture named by its key; null when it is not there.</summary>
    public string? PictureFile(string key)
    {
        var name = Path.HasExtension(key) ? key : key + ".webp";
        var path = Path.Combine(Folder, "pictures", name);
        return File.Exists(path) ? path : null;
    }
}

public sealed record DemoShop(ShopSeed Shop, IReadOnlyList<ListingSeed> Listings);
