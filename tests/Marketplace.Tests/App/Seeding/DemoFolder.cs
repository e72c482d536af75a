namespace Marketplace.Tests.App.Seeding;

/// <summary>The repository's demo data, found upwards from the test's own folder.</summary>
internal static class DemoFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = System.IO.Path.Combine(folder.FullName, "tenants-seed");
            if (Directory.Exists(found)) return found;
        }

        throw new DirectoryNotFoundException("tenants-seed is not above " + AppContext.BaseDirectory);
    }
}
