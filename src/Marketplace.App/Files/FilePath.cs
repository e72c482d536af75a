using System.Text.RegularExpressions;

namespace Marketplace.App.Files;

/// <summary>The form of every stored file's path, wherever files are kept: no path leads out of its owner's folder.</summary>
internal static partial class FilePath
{
    /// <returns>The path itself.</returns>
    /// <exception cref="ArgumentException">It is no path of a tenant's or the platform's file.</exception>
    public static string Checked(string path) => Form().IsMatch(path) && !path.Contains("..", StringComparison.Ordinal)
        ? path : throw new ArgumentException($"'{path}' is no path of a tenant's or the platform's file.", nameof(path));

    /// <summary>Under t/{tenant}/ or p/, of plain characters, each part beginning with a letter or digit.</summary>
    [GeneratedRegex(@"\A(?:t/[a-z0-9]{1,40}|p)(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,119}){1,8}\z")]
    private static partial Regex Form();
}
