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
        return new Journal("sale", JournalKeys.Sale(sale.OrderId), sale.CurrencyCode, sale.PaidAtUtc,
            [.. sale.Parts.SelectMany(part => Sale(part, sale.TaxCountry).Where(p => p.AmountMinor != 0)
                .Select(p => p with { SellerOrderId = part.SellerOrderId }))], sale.OrderId);
    }

    /// <summary>A refund takes back what its lines had credited; the buyer's money waits until Stripe confirms it.</summary>
    public static Journal Refund(
        string refundId, string orderId, string sellerOrderId, string tenantId, string currencyCode, string taxCountry,
        string sellerAccount, bool isReleased, RefundBreakdown parts, DateTime at) =>
        new("refund", JournalKeys.Refund(refundId), currencyCode, at,
            NotZero(
                new Posting(sellerAccount, LedgerAccounts.RefundsInFlight, parts.SellerNetMinor - parts.PlatformDiscountMinor),
                new Posting(sellerAccount, LedgerAccounts.PromotionsFunded, parts.PlatformDiscountMinor),
                new Posting(
                    isReleased ? LedgerAccounts.Commission : LedgerAccounts.DeferredCommission,
                    LedgerAccounts.RefundsInFlight, parts.CommissionMinor),
                new Posting(LedgerAccounts.CommissionTax, LedgerAccounts.RefundsInFlight, parts.CommissionTaxMinor),
                new Posting(LedgerAccounts.TaxPayable(taxCountry), LedgerAccounts.RefundsInFlight, parts.PlatformTaxMinor)),
            orderId, sellerOrderId, tenantId);

    /// <summary>
    /// A refund that came about at Stripe: every part bears its share, out of what is still here, and for what was
    /// transferred already its seller owes it.
    /// </summary>
    public static Journal OutsideRefund(
        string refundId, string orderId, string currencyCode, IReadOnlyList<SharedRefund> shares, DateTime at) =>
        new("outside-refund", JournalKeys.Refund(refundId), currencyCode, at,
            [.. shares.SelectMany(s => Outside(s).Where(p => p.AmountMinor != 0)
                .Select(p => p with { SellerOrderId = s.Share.SellerOrderId }))], orderId);

    /// <summary>Money that came for an order which could not be fulfilled any more: all of it is owed to the buyer.</summary>
    public static Journal Unfulfilled(string orderId, string currencyCode, long amountMinor, DateTime at) =>
        new("unfulfilled", JournalKeys.Unfulfilled(orderId), currencyCode, at,
            NotZero(new Posting(LedgerAccounts.Stripe, LedgerAccounts.Unfulfilled, amountMinor)), orderId);

    public static Journal UnfulfilledRefund(string refundId, string orderId, string currencyCode, long amountMinor, DateTime at) =>
        new("refund", JournalKeys.Refund(refundId), currencyCode, at,
            NotZero(new Posting(LedgerAccounts.Unfulfilled, LedgerAccounts.RefundsInFlight, amountMinor)), orderId);

    public static Journal RefundPaid(
        string refundId, string orderId, string currencyCode, long amountMinor, DateTime at) =>
        new("refund-paid", JournalKeys.RefundPaid(refundId), currencyCode, at,
            NotZero(new Posting(LedgerAccounts.RefundsInFlight, LedgerAccounts.Stripe, amountMinor)), orderId);

    /// <summary>A refund that failed or was cancelled at Stripe: the first journal, the other way round.</summary>
    public static Journal RefundReversed(Journal refund, DateTime at) => Reversal("refund-reversed", refund, at);

    public static Journal Reversal(string kind, Journal journal, DateTime at) => journal with
    {
        Kind = kind,
        ExternalKey = JournalKeys.Reversed(journal.ExternalKey),
        EffectiveAtUtc = at,
        Postings = [.. journal.Postings.Select(p => p with { Debit = p.Credit, Credit = p.Debit })],
    };

    public static Journal PlatformPayoutArrived(string payoutId, string currencyCode, long amountMinor, DateTime at) =>
        new("platform-payout", $"payout:{payoutId}:arrived", currencyCode, at,
            NotZero(new Posting(LedgerAccounts.Bank, LedgerAccounts.PayoutInTransit, amountMinor)));

    public static Journal Release(
        string orderId, string sellerOrderId, string tenantId, string currencyCode, long netMinor, long commissionMinor, DateTime at) =>
        new("release", $"seller-order:{sellerOrderId}:release", currencyCode, at,
            NotZero(
                new Posting(LedgerAccounts.SellerHeld(tenantId), LedgerAccounts.SellerPayable(tenantId), netMinor),
                new Posting(LedgerAccounts.DeferredCommission, LedgerAccounts.Commission, commissionMinor)),
            orderId, sellerOrderId, tenantId);

    public static Journal Transfer(
        string orderId, string sellerOrderId, int attempt, string tenantId, string currencyCode, long amountMinor, DateTime at) =>
        new("transfer", JournalKeys.Transfer(sellerOrderId, attempt), currencyCode, at,
            NotZero(
                new Posting(LedgerAccounts.SellerPayable(tenantId), LedgerAccounts.Stripe, amountMinor),
                new Posting(LedgerAccounts.SellerStripe(tenantId), LedgerAccounts.SellerTransferred(tenantId), amountMinor)),
            orderId, sellerOrderId, tenantId);

    /// <summary>What the processor kept of a movement (or, negative, gave back): the platform's expense.</summary>
    public static Journal StripeFee(
        string movementId, string? orderId, string currencyCode, string expense, long feeMinor, DateTime at) =>
        new("stripe-fee", $"stripe:{movementId}:fee", currencyCode, at, NotZero(Moved(expense, -feeMinor)), orderId);

    /// <summary>A movement of the platform's balance at Stripe that no other journal tells of.</summary>
    /// <param name="amountMinor">Into the balance; negative: out of it.</param>
    public static Journal Movement(
        string kind, string movementId, string? orderId, string currencyCode, string account, long amountMinor, DateTime at) =>
        new(kind, $"stripe:{movementId}", currencyCode, at, NotZero(Moved(account, amountMinor)), orderId);

    /// <summary>A person knows what the unknown movement was.</summary>
    public static Journal Explained(
        string movementId, string? orderId, string currencyCode, string account, long amountMinor, DateTime at) =>
        new("explained", $"stripe:{movementId}:explained", currencyCode, at,
            NotZero(Moved(account, amountMinor, LedgerAccounts.Suspense)), orderId);

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

    private static IEnumerable<Posting> Outside(SharedRefund shared)
    {
        var (share, parts) = (shared.Share, shared.Share.Parts);
        var held = shared.IsReleased
            ? LedgerAccounts.SellerPayable(share.TenantId) : LedgerAccounts.SellerHeld(share.TenantId);
        var here = parts.SellerNetMinor - share.OwedMinor;
        var promotion = Math.Min(parts.PlatformDiscountMinor, here);
        yield return new Posting(held, LedgerAccounts.RefundsInFlight, here - promotion);
        yield return new Posting(held, LedgerAccounts.PromotionsFunded, promotion);
        var (receivable, rest) = (LedgerAccounts.SellerReceivable(share.TenantId), parts.PlatformDiscountMinor - promotion);
        yield return new Posting(receivable, LedgerAccounts.RefundsInFlight, share.OwedMinor - rest);
        yield return new Posting(receivable, LedgerAccounts.PromotionsFunded, rest);
        yield return new Posting(
            shared.IsReleased ? LedgerAccounts.Commission : LedgerAccounts.DeferredCommission,
            LedgerAccounts.RefundsInFlight, parts.CommissionMinor);
        yield return new Posting(LedgerAccounts.CommissionTax, LedgerAccounts.RefundsInFlight, parts.CommissionTaxMinor);
        yield return new Posting(
            LedgerAccounts.TaxPayable(shared.TaxCountry), LedgerAccounts.RefundsInFlight, parts.PlatformTaxMinor);
    }

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

    /// <summary>Into the one account out of the other; a negative amount the other way.</summary>
    private static Posting Moved(string account, long amountMinor, string into = LedgerAccounts.Stripe) => amountMinor > 0
        ? new Posting(into, account, amountMinor)
        : new Posting(account, into, -amountMinor);

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

/// <param name="IsReleased">Whether the share is payable or sent, and its commission earned.</param>
public sealed record SharedRefund(RefundShare Share, bool IsReleased, string TaxCountry);
