using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions.Contracts;
using Marketplace.Money.Commissions.Model;

namespace Marketplace.Money.Commissions;

/// <summary>Commission per line, half up in whole quanta, never more than its base.</summary>
public static class CommissionCalculator
{
    /// <param name="rules">In their order; one without seller and category must be among them.</param>
    /// <param name="commissionTaxBps">VAT on commission by the seller's country; none for a country without an entry.</param>
    /// <param name="planDeltaBps">Added to rules for all sellers, by the seller; rules for one seller alone know no plan.</param>
    public static IReadOnlyList<CommissionedLine> Calculate(
        IReadOnlyList<CommissionableLine> lines, IReadOnlyList<CommissionRule> rules,
        IReadOnlyDictionary<string, int> commissionTaxBps, string currencyCode,
        IReadOnlyDictionary<string, int>? planDeltaBps = null)
    {
        var quantum = Currency.Of(currencyCode).QuantumMinor;
        return [.. lines.Select(line =>
        {
            var rule = rules.First(r => r.Fits(line.TenantId, line.CategoryPath));
            var delta = rule.TenantId is null && planDeltaBps is not null ? planDeltaBps.GetValueOrDefault(line.TenantId) : 0;
            var rate = Math.Clamp(rule.RateBps + delta, 0, 10_000);
            var commission = Math.Min(Allocation.BasisPoints(line.BaseMinor, rate, quantum), line.BaseMinor);
            var tax = Allocation.BasisPoints(commission, commissionTaxBps.GetValueOrDefault(line.SellerCountry), quantum);
            // Commission and its tax together never take more than the line brings: a transfer is never negative.
            tax = Math.Min(tax, line.BaseMinor - commission);
            return new CommissionedLine(line.Reference, rule.Id, rate, line.BaseMinor, commission, tax);
        })];
    }
}
