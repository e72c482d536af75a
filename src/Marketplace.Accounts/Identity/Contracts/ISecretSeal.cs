namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>Seals what must be read again but never lie open in the database. The host has the keys.</summary>
public interface ISecretSeal
{
    string Close(string secret);

    /// <summary>Null when the keys are lost or the text was never sealed.</summary>
    string? Open(string sealedSecret);
}
