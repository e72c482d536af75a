using System.Text.Json;
using System.Text.Json.Serialization;
using Marketplace.App.Seeding.Model;

namespace Marketplace.App.Seeding.Reading;

/// <summary>
/// Reads a folder of demo data. What is wrong is told with file and line (or the place within a JSON file) before a
/// single row is written. The format is described in the folder's README.md.
/// </summary>
public static class DemoWorldReader
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true, NumberHandling = JsonNumberHandling.Strict,
    };

    public static DemoWorld Read(string folder)
    {
        var platformFile = Path.Combine(folder, "platform.json");
        if (!File.Exists(platformFile))
            throw new SeedDataException("platform.json", folder, "is not there; is this the folder of the demo data?");
        var platform = ReadJson<PlatformSeed>(folder, platformFile);
        var shops = Directory.EnumerateFiles(folder, "seller.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(file => ReadShop(folder, file, platform)).ToList();
        var talk = Path.Combine(folder, "talk.json");
        var world = new DemoWorld(folder, platform, shops, File.Exists(talk) ? ReadJson<TalkSeed>(folder, talk) : TalkSeed.None);
        DemoWorldChecks.Check(world);
        return world;
    }

    private static DemoShop ReadShop(string folder, string file, PlatformSeed platform)
    {
        var shop = ReadJson<ShopSeed>(folder, file);
        var products = Path.Combine(Path.GetDirectoryName(file)!, "products.csv");
        if (!File.Exists(products)) return new DemoShop(shop, []);
        using var text = File.OpenText(products);
        var currencies = platform.Currencies.Select(c => c.Code).ToList();
        return new DemoShop(shop, ProductsReader.Read(Path.GetRelativePath(folder, products), text, currencies));
    }

    private static T ReadJson<T>(string folder, string path)
    {
        var file = Path.GetRelativePath(folder, path);
        try
        {
            using var content = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(content, Strict)
                ?? throw new SeedDataException(file, "line 1", "holds nothing.");
        }
        catch (JsonException problem)
        {
            throw new SeedDataException(file, $"line {problem.LineNumber + 1} ({problem.Path})", problem.Message);
        }
    }
}
