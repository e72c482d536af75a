using Marketplace.Accounts.Settings.Contracts;

namespace Marketplace.Money.Commissions;

/// <summary>VAT that is added to the commission, in basis points by the seller's country.</summary>
internal static class CommissionTax
{
    /// <summary>What the installation is configured with, and what the operator has set for its own country.</summary>
    public static IReadOnlyDictionary<string, int> Of(PlatformSettings settings, MoneyOptions options)
    {
        if (settings is not { HomeCountry: { Length: > 0 } home, CommissionTaxBps: > 0 and var bps }) return options.CommissionTaxBps;
        return new Dictionary<string, int>(options.CommissionTaxBps, StringComparer.Ordinal) { [home] = bps };
    }
}
