namespace Marketplace.Web.Tests.World;

/// <summary>Asserts that nothing was found, and shows all that was: the usual message cuts it off.</summary>
internal static class Nothing
{
    public static void In(IEnumerable<string?> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, all.Take(60))}");
    }
}
