namespace Marketplace.Money.Ledger;

/// <summary>
/// The chart of accounts; one book a currency. Assets and expenses grow by debit, liabilities and revenue by credit.
/// </summary>
public static class LedgerAccounts
{
    /// <summary>Asset: the platform's balance at Stripe, pending and available.</summary>
    public const string Stripe = "stripe";

    /// <summary>Asset: the platform's bank.</summary>
    public const string Bank = "bank";
    public const string PayoutInTransit = "payout_in_transit";

    /// <summary>Liability: refunds promised to buyers that Stripe has not yet confirmed.</summary>
    public const string RefundsInFlight = "refunds_in_flight";

    /// <summary>Liability: paid by buyers for orders that could not be fulfilled any more.</summary>
    public const string Unfulfilled = "unfulfilled_orders";

    /// <summary>Liability: commission of sales whose money is still held.</summary>
    public const string DeferredCommission = "deferred_commission";

    /// <summary>Liability: VAT on the platform's commission.</summary>
    public const string CommissionTax = "commission_tax_payable";

    /// <summary>Revenue.</summary>
    public const string Commission = "commission";

    /// <summary>Expense: what Stripe keeps of each charge.</summary>
    public const string StripeFees = "stripe_fees";

    /// <summary>Expense: what Stripe takes for a dispute, whoever wins it.</summary>
    public const string DisputeFees = "dispute_fees";

    /// <summary>Expense: what changing currencies costs.</summary>
    public const string Exchange = "fx";

    /// <summary>Expense: discounts that the platform pays for.</summary>
    public const string PromotionsFunded = "promo_funded";

    /// <summary>Revenue and expense that a person booked by hand, with a reason in the audit log.</summary>
    public const string OtherIncome = "other_income";
    public const string OtherExpense = "other_expense";

    /// <summary>Control: what nobody could explain yet; must be zero.</summary>
    public const string Suspense = "suspense";

    /// <summary>Liability: a seller's share, kept until delivery and the days after it.</summary>
    public static string SellerHeld(string tenantId) => $"seller_held:{tenantId}";

    /// <summary>Liability: released, not yet transferred.</summary>
    public static string SellerPayable(string tenantId) => $"seller_payable:{tenantId}";

    /// <summary>Asset: a seller owes the platform, after a refund of what was transferred.</summary>
    public static string SellerReceivable(string tenantId) => $"seller_receivable:{tenantId}";

    /// <summary>Mirror book: the seller's balance at Stripe, and its bank.</summary>
    public static string SellerStripe(string tenantId) => $"acct_balance:{tenantId}";

    public static string SellerBank(string tenantId) => $"acct_bank:{tenantId}";

    /// <summary>The other side of the mirror: what was transferred to the seller so far.</summary>
    public static string SellerTransferred(string tenantId) => $"acct_transferred:{tenantId}";

    /// <summary>Every account of one seller.</summary>
    public static IReadOnlyList<string> OfSeller(string tenantId) =>
    [
        SellerHeld(tenantId), SellerPayable(tenantId), SellerReceivable(tenantId), SellerStripe(tenantId), SellerBank(tenantId),
        SellerTransferred(tenantId),
    ];

    /// <summary>Whose account it is; null for one of the platform's.</summary>
    public static string? SellerOf(string account) =>
        account.Split(':') is [_, var owner] && OfSeller(owner).Contains(account) ? owner : null;

    /// <summary>Asset: money that a bank took away for a dispute, until it is decided.</summary>
    public static string DisputeSuspense(string disputeId) => $"dispute_suspense:{disputeId}";

    /// <summary>Liability: tax that the platform collected and remits.</summary>
    public static string TaxPayable(string country) => $"tax_payable:{country}";
}
