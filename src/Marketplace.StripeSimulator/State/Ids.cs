using System.Security.Cryptography;

namespace Marketplace.StripeSimulator.State;

internal static class Ids
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string New(string prefix, int length = 24) =>
        $"{prefix}_{RandomNumberGenerator.GetString(Alphabet, length)}";
}
