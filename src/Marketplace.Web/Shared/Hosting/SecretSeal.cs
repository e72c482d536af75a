using System.Security.Cryptography;
using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace Marketplace.Web.Shared.Hosting;

/// <summary>Seals with the host's keys, which lie outside the database: whoever has a copy of it reads nothing.</summary>
internal sealed class SecretSeal(IDataProtectionProvider protection) : ISecretSeal
{
    private readonly IDataProtector _seal = protection.CreateProtector("person-secrets");

    public string Close(string secret) => _seal.Protect(secret);

    public string? Open(string sealedSecret)
    {
        try
        {
            return _seal.Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            // The keys were lost: as if there were no such secret.
            return null;
        }
    }
}
