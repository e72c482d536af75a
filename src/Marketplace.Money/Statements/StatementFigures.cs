using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;

namespace Marketplace.Money.Statements;

/// <summary>
/// What postings mean to one seller. Deductions are negative. For sales and refunds:
/// gross + platform discount + tax + commission + commission tax = change of the balance here.
/// </summary>
/// <param name="GrossMinor">What the buyer paid or got back.</param>
/// <param name="DiscountMinor">What the platform paid on top.</param>
/// <param name="TaxMinor">What the platform collects and remits.</param>
/// <param name="BalanceMinor">Change of what the platform owes the seller: held and payable, less owed back.</param>
/// <param name="AccountMinor">Change of the seller's balance at the processor.</param>
public sealed record StatementFigures(
    long GrossMinor, long DiscountMinor, long TaxMinor, long CommissionMinor, long CommissionTaxMinor, long BalanceMinor,
    long AccountMinor)
{
    public static readonly StatementFigures Zero = new(0, 0, 0, 0, 0, 0, 0);

    public static StatementFigures operator +(StatementFigures a, StatementFigures b) => new(
        a.GrossMinor + b.GrossMinor, a.DiscountMinor + b.DiscountMinor, a.TaxMinor + b.TaxMinor,
        a.CommissionMinor + b.CommissionMinor, a.CommissionTaxMinor + b.CommissionTaxMinor, a.BalanceMinor + b.BalanceMinor,
        a.AccountMinor + b.AccountMinor);

    /// <summary>Pure; the postings are those of the seller's own parts and accounts.</summary>
    public static StatementFigures Of(string tenantId, IEnumerable<Posting> postings)
    {
        var accounts = new SellerAccounts(tenantId);
        var sum = Zero;
        foreach (var posting in postings)
            sum += Side(accounts, posting.Debit, -posting.AmountMinor) + Side(accounts, posting.Credit, posting.AmountMinor);
        // A transfer leaves the platform's balance too, and is nobody's payment.
        return sum.AccountMinor == 0 ? sum : sum with { GrossMinor = 0 };
    }

    /// <param name="amountMinor">Positive for a credit.</param>
    private static StatementFigures Side(SellerAccounts accounts, string account, long amountMinor) => account switch
    {
        LedgerAccounts.Stripe or LedgerAccounts.RefundsInFlight => Zero with { GrossMinor = -amountMinor },
        LedgerAccounts.PromotionsFunded => Zero with { DiscountMinor = -amountMinor },
        LedgerAccounts.DeferredCommission or LedgerAccounts.Commission => Zero with { CommissionMinor = -amountMinor },
        LedgerAccounts.CommissionTax => Zero with { CommissionTaxMinor = -amountMinor },
        _ when accounts.IsHere(account) => Zero with { BalanceMinor = amountMinor },
        _ when account == accounts.AtProcessor => Zero with { AccountMinor = -amountMinor },
        _ when account.StartsWith(LedgerAccounts.TaxPayable(""), StringComparison.Ordinal) => Zero with { TaxMinor = -amountMinor },
        _ => Zero,
    };
}

/// <summary>The accounts of one seller in every book.</summary>
internal sealed class SellerAccounts(string tenantId)
{
    public string Held { get; } = LedgerAccounts.SellerHeld(tenantId);

    public string Payable { get; } = LedgerAccounts.SellerPayable(tenantId);

    public string OwedBack { get; } = LedgerAccounts.SellerReceivable(tenantId);

    public string AtProcessor { get; } = LedgerAccounts.SellerStripe(tenantId);

    public string Bank { get; } = LedgerAccounts.SellerBank(tenantId);

    public List<string> All => [Held, Payable, OwedBack, AtProcessor, Bank];

    public bool IsHere(string account) => account == Held || account == Payable || account == OwedBack;
}
