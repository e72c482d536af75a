using Marketplace.Accounts.Identity.Contracts;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.Model;

/// <summary>Between the row and what the ceremonies speak of.</summary>
internal static class PasskeyInfo
{
    public static PasskeyOwner Owner(this Person person) => new(person.Id, person.Email!, person.Name);

    public static UserPasskeyInfo Info(this PersonPasskey row) => new(
        row.CredentialId, row.Data.PublicKey, row.Data.CreatedAt, row.Data.SignCount, row.Data.Transports,
        row.Data.IsUserVerified, row.Data.IsBackupEligible, row.Data.IsBackedUp, row.Data.AttestationObject,
        row.Data.ClientDataJson)
    {
        Name = row.Data.Name,
    };

    public static PersonPasskey Row(this UserPasskeyInfo info, string personId, string name) => new()
    {
        UserId = personId, CredentialId = info.CredentialId,
        Data = new IdentityPasskeyData
        {
            PublicKey = info.PublicKey, Name = name, CreatedAt = info.CreatedAt, SignCount = info.SignCount,
            Transports = info.Transports, IsUserVerified = info.IsUserVerified, IsBackupEligible = info.IsBackupEligible,
            IsBackedUp = info.IsBackedUp, AttestationObject = info.AttestationObject, ClientDataJson = info.ClientDataJson,
        },
    };
}
