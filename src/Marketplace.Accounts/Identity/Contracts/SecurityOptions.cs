namespace Marketplace.Accounts.Identity.Contracts;

/// <summary>How strictly the platform holds its people to their own safety.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>
    /// Staff, and sellers who set where payouts go, need a second factor. Off in Development only, where the demo's
    /// logins are printed on the terminal.
    /// </summary>
    public bool SecondFactorRequired { get; set; } = true;
}
