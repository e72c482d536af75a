using Marketplace.Money.Commissions.Model;

namespace Marketplace.Money;

/// <summary>Section <c>Money</c>.</summary>
public sealed class MoneyOptions
{
    public const string Section = "Money";

    /// <summary>Where no rule says otherwise: 12 percent.</summary>
    public int DefaultCommissionBps { get; set; } = 1200;

    /// <summary>
    /// VAT that the platform must add to its commission, by the seller's country, where it is registered beyond its own
    /// (which the settings name); sellers elsewhere in the EU account for it themselves, so they have no entry.
    /// </summary>
    public Dictionary<string, int> CommissionTaxBps { get; set; } = [];

    /// <summary>Days from delivery to release where neither the seller nor the platform's settings say otherwise.</summary>
    public int HoldDays { get; set; } = 7;

    /// <summary>How long money may be kept at Stripe for others: 90 days (a platform in Thailand: 10).</summary>
    public int HoldLimitDays { get; set; } = 90;

    /// <summary>How many days before that limit a person is asked to look.</summary>
    public int HoldWarningDays { get; set; } = 14;

    internal CommissionRule DefaultRule() => new()
    {
        Id = "default", Position = int.MaxValue, Name = "Platform default", RateBps = DefaultCommissionBps,
    };
}
