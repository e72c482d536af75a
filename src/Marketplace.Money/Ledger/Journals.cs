using Marketplace.Money.Ledger.Contracts;

namespace Marketplace.Money.Ledger;

/// <summary>
/// Which postings each event of the money makes: pure, so that the whole chain can be checked by arithmetic. The
/// double-entry rules are those of the payments design (held → payable → transferred; commission is deferred until
/// release).
/// </summary>
public static class Journals
{
    public static Journal Sale(SaleToPost sale)
    {
        var parts = sale.Parts.Sum(p => p.GrossMinor + p.ShippingMinor);
        if (parts != sale.CapturedMinor)
            throw new InvalidOperationException($"Order {sale.OrderId}: captured {sale.CapturedMinor}, parts sum to {parts}.");
        return new Journal("sale", $"order:{sale.OrderId}:sale", sale.CurrencyCode, sale.PaidAtUtc,
            [.. sale.Parts.SelectMany(p => Sale(p, sale.TaxCountry)).Where(p => p.AmountMinor != 0)], sale.OrderId);
    }

    /// <summary>A refund takes back what its lines had credited; the buyer's money waits until Stripe confirms it.</summary>
    public static Journal Refund(
        string refundId, string orderId, string sellerOrderId, string tenantId, string currencyCode, string taxCountry,
        string sellerAccount, bool isReleased, RefundBreakdown parts, DateTime at) =>
        new("refund", $"refund:{refundId}", currencyCode, at,
            NotZero(
                new Posting(sellerAccount, LedgerAccounts.RefundsInFlight, parts.SellerNetMinor - parts.PlatformDiscountMinor),
                new Posting(sellerAccount, LedgerAccounts.PromotionsFunded, parts.PlatformDiscountMinor),
                new Posting(
                    isReleased ? LedgerAccounts.Commission : LedgerAccounts.DeferredCommission,
                    LedgerAccounts.RefundsInFlight, parts.CommissionMinor),
                new Posting(LedgerAccounts.CommissionTax, LedgerAccounts.RefundsInFlight, parts.CommissionTaxMinor),
                new Posting(LedgerAccounts.TaxPayable(taxCountry), LedgerAccounts.RefundsInFlight, parts.PlatformTaxMinor)),
            orderId, sellerOrderId, tenantId);

    /// <summary>Money that came for an order which could not be fulfilled any more: all of it is owed to the buyer.</summary>
    public static Journal Unfulfilled(string orderId, string currencyCode, long amountMinor, DateTime at) =>
        new("unfulfilled", $"order:{orderId}:unfulfilled", currencyCode, at,
            NotZero(new Posting(LedgerAccounts.Stripe, LedgerAccounts.Unfulfilled, amountMinor)), orderId);

    public static Journal UnfulfilledRefund(string refundId, string orderId, string currencyCode, long amountMinor, DateTime at) =>
        new("refund", $"refund:{refundId}", currencyCode, at,
            NotZero(new Posting(LedgerAccounts.Unfulfilled, LedgerAccounts.RefundsInFlight, amountMinor)), orderId);

    public static Journal RefundPaid(
        string refundId, string orderId, string currencyCode, long amountMinor, DateTime at) =>
        new("refund-paid", $"refund:{refundId}:paid", currencyCode, at,
            NotZero(new Posting(LedgerAccounts.RefundsInFlight, LedgerAccounts.Stripe, amountMinor)), orderId);

    /// <summary>A refund that failed or was cancelled at Stripe: the first journal, the other way round.</summary>
    public static Journal RefundReversed(Journal refund, DateTime at) => refund with
    {
        Kind = "refund-reversed",
        ExternalKey = refund.ExternalKey + ":reversed",
        EffectiveAtUtc = at,
        Postings = [.. refund.Postings.Select(p => new Posting(p.Credit, p.Debit, p.AmountMinor))],
    };

    public static Journal Release(
        string orderId, string sellerOrderId, string tenantId, string currencyCode, long netMinor, long commissionMinor, DateTime at) =>
        new("release", $"seller-order:{sellerOrderId}:release", currencyCode, at,
            NotZero(
                new Posting(LedgerAccounts.SellerHeld(tenantId), LedgerAccounts.SellerPayable(tenantId), netMinor),
                new Posting(LedgerAccounts.DeferredCommission, LedgerAccounts.Commission, commissionMinor)),
            orderId, sellerOrderId, tenantId);

    public static Journal Transfer(
        string orderId, string sellerOrderId, int attempt, string tenantId, string currencyCode, long amountMinor, DateTime at) =>
        new("transfer", $"seller-order:{sellerOrderId}:transfer:{attempt}", currencyCode, at,
            NotZero(
                new Posting(LedgerAccounts.SellerPayable(tenantId), LedgerAccounts.Stripe, amountMinor),
                new Posting(LedgerAccounts.SellerStripe(tenantId), LedgerAccounts.SellerTransferred(tenantId), amountMinor)),
            orderId, sellerOrderId, tenantId);

    public static Journal StripeFee(
        string balanceTransactionId, string? orderId, string currencyCode, long feeMinor, DateTime at) =>
        new("stripe-fee", $"stripe:{balanceTransactionId}:fee", currencyCode, at,
            NotZero(new Posting(LedgerAccounts.StripeFees, LedgerAccounts.Stripe, feeMinor)), orderId);

    public static Journal SellerPayoutPaid(
        string payoutId, string tenantId, string currencyCode, long amountMinor, DateTime at) =>
        new("payout", $"payout:{payoutId}", currencyCode, at,
            NotZero(new Posting(LedgerAccounts.SellerBank(tenantId), LedgerAccounts.SellerStripe(tenantId), amountMinor)),
            TenantId: tenantId);

    public static Journal SellerPayoutFailed(
        string payoutId, string tenantId, string currencyCode, long amountMinor, DateTime at) =>
        new("payout-failed", $"payout:{payoutId}:failed", currencyCode, at,
            NotZero(new Posting(LedgerAccounts.SellerStripe(tenantId), LedgerAccounts.SellerBank(tenantId), amountMinor)),
            TenantId: tenantId);

    private static IEnumerable<Posting> Sale(SalePart part, string taxCountry)
    {
        // The platform's own funding first: the rest of the seller's share comes out of what the buyer paid.
        var funded = Math.Min(part.PlatformDiscountMinor, Math.Max(part.SellerNetMinor, 0));
        yield return new Posting(LedgerAccounts.PromotionsFunded, LedgerAccounts.SellerHeld(part.TenantId), funded);
        yield return new Posting(LedgerAccounts.Stripe, LedgerAccounts.SellerHeld(part.TenantId), part.SellerNetMinor - funded);
        yield return new Posting(LedgerAccounts.Stripe, LedgerAccounts.DeferredCommission, part.CommissionMinor);
        yield return new Posting(LedgerAccounts.Stripe, LedgerAccounts.CommissionTax, part.CommissionTaxMinor);
        yield return new Posting(LedgerAccounts.Stripe, LedgerAccounts.TaxPayable(taxCountry), part.PlatformTaxMinor);
    }

    private static List<Posting> NotZero(params ReadOnlySpan<Posting> postings)
    {
        var kept = new List<Posting>();
        foreach (var posting in postings)
        {
            if (posting.AmountMinor != 0) kept.Add(posting);
        }

        return kept;
    }
}
