using Marketplace.Kernel.Data;
using Marketplace.Money.Alerts.Model;
using Marketplace.Money.Commissions.Model;
using Marketplace.Money.Ledger.Model;
using Marketplace.Money.Payments.Model;
using Marketplace.Money.Reconciliation.Model;
using Marketplace.Money.Settlement.Model;
using Marketplace.Money.Tax.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money;

internal static class MoneySets
{
    extension(MarketplaceDb db)
    {
        public DbSet<TaxRate> TaxRates => db.Set<TaxRate>();
        public DbSet<CommissionRule> CommissionRules => db.Set<CommissionRule>();
        public DbSet<LedgerTransaction> LedgerTransactions => db.Set<LedgerTransaction>();
        public DbSet<LedgerPosting> LedgerPostings => db.Set<LedgerPosting>();
        public DbSet<LedgerBalance> LedgerBalances => db.Set<LedgerBalance>();
        public DbSet<Holding> Holdings => db.Set<Holding>();
        public DbSet<HoldingFreeze> HoldingFreezes => db.Set<HoldingFreeze>();
        public DbSet<AccountRequest> AccountRequests => db.Set<AccountRequest>();
        public DbSet<SellerPayout> SellerPayouts => db.Set<SellerPayout>();
        public DbSet<Payment> Payments => db.Set<Payment>();
        public DbSet<PaymentRefund> PaymentRefunds => db.Set<PaymentRefund>();
        public DbSet<PaymentCommand> PaymentCommands => db.Set<PaymentCommand>();
        public DbSet<StripeEvent> StripeEvents => db.Set<StripeEvent>();

        public DbSet<ImportCursor> ImportCursors => db.Set<ImportCursor>();

        public DbSet<BalanceEntry> BalanceEntries => db.Set<BalanceEntry>();

        public DbSet<ReconciledBalance> ReconciledBalances => db.Set<ReconciledBalance>();

        public DbSet<ReconciliationItem> ReconciliationItems => db.Set<ReconciliationItem>();

        public DbSet<MoneyAlert> MoneyAlerts => db.Set<MoneyAlert>();
    }
}
