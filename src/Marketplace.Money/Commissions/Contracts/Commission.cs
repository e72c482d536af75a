namespace Marketplace.Money.Commissions.Contracts;

/// <param name="CategoryPath">Ids from the root to the listing's category.</param>
/// <param name="BaseMinor">The line without tax and shipping, after discounts that the seller funds.</param>
public sealed record CommissionableLine(
    string Reference, string TenantId, string SellerCountry, IReadOnlyList<string> CategoryPath, long BaseMinor);

/// <param name="CommissionTaxMinor">VAT on the commission, which the seller pays on top of it.</param>
public sealed record CommissionedLine(
    string Reference, string RuleId, int RateBps, long BaseMinor, long CommissionMinor, long CommissionTaxMinor);
