namespace Marketplace.Growth.Content.Home;

internal static class OwnPath
{
    /// <summary>A path of this platform, which no browser takes for another host.</summary>
    public static bool IsOne(string href) => href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal)
        && href.Length <= 300 && !href.Any(c => char.IsControl(c) || c == '\\');
}
