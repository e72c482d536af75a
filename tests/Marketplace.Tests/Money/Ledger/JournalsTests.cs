using CsCheck;
using Marketplace.Money.Ledger;
using Marketplace.Money.Ledger.Contracts;

namespace Marketplace.Tests.Money.Ledger;

public sealed class JournalsTests
{
    private static readonly DateTime At = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<SalePart> Part =
        Gen.Select(Gen.Long[0, 100_000], Gen.Long[0, 2_000], Gen.Int[0, 30], Gen.Int[0, 15], Gen.Long[0, 500])
            .Select((gross, shipping, taxPercent, commissionPercent, funded) =>
            {
                var tax = gross * taxPercent / 100;
                var commission = (gross - tax) * commissionPercent / 100;
                return new SalePart(
                    Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"), gross, shipping, tax, commission,
                    commission * 21 / 100, funded, 7);
            });

    [Fact]
    public void Captured_and_platform_funded_money_is_shared_out_to_the_cent() =>
        Part.Array[1, 8].Sample(parts =>
        {
            var sale = Sale(parts);

            var journal = Journals.Sale(sale);

            Assert.Equal(sale.CapturedMinor, Balance(journal, LedgerAccounts.Stripe));
            Assert.Equal(parts.Sum(p => p.PlatformDiscountMinor), Balance(journal, LedgerAccounts.PromotionsFunded));
            Assert.All(parts, p => Assert.Equal(-p.SellerNetMinor, Balance(journal, LedgerAccounts.SellerHeld(p.TenantId))));
            Assert.All(journal.Postings, p => Assert.True(p.AmountMinor > 0));
        });

    [Fact]
    public void A_sale_whose_parts_are_not_what_was_captured_is_never_booked()
    {
        var sale = Sale([new SalePart("so", "t", 100, 0, 0, 10, 0, 0, 7)]) with { CapturedMinor = 101 };

        Assert.Throws<InvalidOperationException>(() => Journals.Sale(sale));
    }

    [Fact]
    public void Sale_release_and_transfer_leave_only_commission_tax_and_the_platforms_cash() =>
        Part.Select(p => p with { PlatformDiscountMinor = 0 }).Sample(part =>
        {
            Journal[] chain =
            [
                Journals.Sale(Sale([part])),
                Journals.Release("o", part.SellerOrderId, part.TenantId, "EUR", part.SellerNetMinor, part.CommissionMinor, At),
                Journals.Transfer("o", part.SellerOrderId, 1, part.TenantId, "EUR", part.SellerNetMinor, At),
            ];

            Assert.Equal(0, Balance(chain, LedgerAccounts.SellerHeld(part.TenantId)));
            Assert.Equal(0, Balance(chain, LedgerAccounts.SellerPayable(part.TenantId)));
            Assert.Equal(0, Balance(chain, LedgerAccounts.DeferredCommission));
            Assert.Equal(
                part.CommissionMinor + part.CommissionTaxMinor + part.PlatformTaxMinor, Balance(chain, LedgerAccounts.Stripe));
        });

    [Fact]
    public void A_refund_in_full_before_release_empties_every_account_once_paid() =>
        Part.Select(p => p with { PlatformDiscountMinor = 0 }).Sample(part =>
        {
            var back = new RefundBreakdown(
                part.SellerNetMinor, part.CommissionMinor, part.CommissionTaxMinor, part.PlatformTaxMinor);
            var refund = Journals.Refund(
                "r", "o", part.SellerOrderId, part.TenantId, "EUR", "NL", LedgerAccounts.SellerHeld(part.TenantId), false, back, At);
            Journal[] chain = [Journals.Sale(Sale([part])), refund, Journals.RefundPaid("r", "o", "EUR", back.BuyerMinor, At)];

            foreach (var account in chain.SelectMany(j => j.Postings).SelectMany(p => (string[])[p.Debit, p.Credit]).Distinct())
                Assert.Equal(0, Balance(chain, account));

            Assert.All(
                refund.Postings.Select(p => p.Credit).Distinct(),
                account => Assert.Equal(0, Balance([refund, Journals.RefundReversed(refund, At)], account)));
        });

    private static SaleToPost Sale(SalePart[] parts) =>
        new("o", "b", "EUR", parts.Sum(p => p.GrossMinor + p.ShippingMinor), "NL", At, parts);

    /// <summary>Debits less credits.</summary>
    private static long Balance(Journal journal, string account) => Balance([journal], account);

    private static long Balance(IEnumerable<Journal> journals, string account) => journals.SelectMany(j => j.Postings)
        .Sum(p => (p.Debit == account ? p.AmountMinor : 0) - (p.Credit == account ? p.AmountMinor : 0));
}
