using System.Text.RegularExpressions;

namespace Marketplace.Accounts.Mailing;

/// <summary>
/// The form of a mail address, strict enough that nothing in it can end a header line. Whether it exists only a mail
/// to it tells.
/// </summary>
public static partial class MailAddress
{
    public const int MaximumLength = 254;

    public static bool IsWellFormed(string? address) =>
        address is { Length: <= MaximumLength } && Form().IsMatch(address);

    /// <summary>A subject line: control characters and line ends become blanks.</summary>
    public static string OneLine(string text) => Controls().Replace(text, " ").Trim();

    [GeneratedRegex(@"\A[^\s@<>()\[\],;:""\\\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}]+")]
    private static partial Regex Controls();
}
