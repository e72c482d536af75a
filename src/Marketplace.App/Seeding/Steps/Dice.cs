using System.Security.Cryptography;
using System.Text;

namespace Marketplace.App.Seeding.Steps;

/// <summary>Chance that is the same each time: from words to a number.</summary>
internal static class Dice
{
    /// <summary>From 0 up to, not with, <paramref name="sides"/>.</summary>
    public static int Of(int sides, params ReadOnlySpan<string> words) => (int)(BitConverter.ToUInt32(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words)))) % (uint)sides);
}
