using System.Buffers.Binary;
using Marketplace.Accounts.Identity.Model;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.Adapters;

/// <summary>Takes as long for nobody as for somebody, so that the clock does not tell who has an account.</summary>
internal static class PasswordCheck
{
    private static readonly string NobodysHash = MakeNobodysHash();

    public static PasswordVerificationResult Verify(this IPasswordHasher<Person> hasher, Person? person, string password)
    {
        var found = hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? NobodysHash, password);
        return person?.PasswordHash is null ? PasswordVerificationResult.Failed : found;
    }

    /// <summary>Identity's format 3: marker, function (2 is SHA-512), rounds, length of salt, salt, key.</summary>
    private static string MakeNobodysHash()
    {
        var bytes = new byte[13 + 16 + 32];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), IdentitySetup.PasswordRounds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9), 16);
        return Convert.ToBase64String(bytes);
    }
}
