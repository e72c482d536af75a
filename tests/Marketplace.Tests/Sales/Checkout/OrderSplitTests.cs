using CsCheck;
using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions;
using Marketplace.Money.Commissions.Contracts;
using Marketplace.Money.Commissions.Model;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Tax;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Fulfilment;

namespace Marketplace.Tests.Sales.Checkout;

/// <summary>
/// captured + platform-funded discounts = seller shares + commission incl. its VAT + tax held by the platform,
/// for whatever cart; and whatever of it goes back.
/// </summary>
public sealed class OrderSplitTests
{
    private const int Carts = 10_000;

    [Theory]
    [InlineData("USD")]
    [InlineData("EUR")]
    [InlineData("JPY")]
    [InlineData("KWD")]
    public void Every_cart_splits_to_the_minor_unit(string currency) => RandomCart(currency).Sample(cart =>
    {
        var (lines, shipping) = Priced(cart, currency);

        var parts = OrderSplit.Split(lines, shipping);

        var captured = lines.Sum(l => l.Tax.GrossMinor) + shipping.Sum(s => s.Tax.GrossMinor);
        var platformTax = lines.Select(l => l.Tax).Concat(shipping.Select(s => s.Tax)).Sum(t => t.PlatformTaxMinor);
        Assert.Equal(captured, parts.Sum(p => p.TotalMinor));
        Assert.Equal(captured + lines.Sum(l => l.PlatformDiscountMinor),
            parts.Sum(p => p.SellerNetMinor) + parts.Sum(p => p.CommissionMinor + p.CommissionTaxMinor) + platformTax);
        Assert.All(parts, p => Assert.True(p.SellerNetMinor >= 0));
        Assert.All(parts, p => Assert.True(Currency.Of(currency).IsWholeQuanta(p.SellerNetMinor)));
    }, iter: Carts);

    [Theory]
    [InlineData("USD")]
    [InlineData("KWD")]
    public void However_a_line_goes_back_its_refunds_sum_to_the_line_and_none_is_negative(string currency) =>
        RandomCart(currency).Sample(cart =>
        {
            var (lines, _) = Priced(cart, currency);
            foreach (var (line, quantity) in lines.Zip(cart.Lines.Select(l => l.Quantity)))
            {
                var whole = ToRefund(line, quantity, 0);
                var pieces = Cut(quantity, cart.Seed).Select(c =>
                    RefundMath.Pieces(ToRefund(line, quantity, c.Before), c.Pieces, currency)).ToList();

                Assert.Equal(line.Tax.GrossMinor, pieces.Sum(p => p.BuyerMinor));
                Assert.Equal(whole.SellerNetMinor, pieces.Sum(p => p.SellerNetMinor));
                Assert.Equal(line.Commission.CommissionMinor, pieces.Sum(p => p.CommissionMinor));
                Assert.All(pieces, NothingIsNegative);
            }
        }, iter: Carts / 10);

    [Fact]
    public void A_discount_is_shared_to_the_quantum_and_never_exceeds_the_prices()
    {
        Assert.Equal([34, 33, 33], OrderSplit.ShareDiscount([1000, 1000, 1000], 100, "EUR"));
        Assert.Equal([10, 20], OrderSplit.ShareDiscount([10, 20], 500, "EUR"));
        Assert.Equal([50, 50], OrderSplit.ShareDiscount([1000, 1000], 105, "KWD"));
    }

    private static void NothingIsNegative(RefundBreakdown parts) => Assert.True(
        parts is { SellerNetMinor: >= 0, CommissionMinor: >= 0, CommissionTaxMinor: >= 0, PlatformTaxMinor: >= 0, BuyerMinor: >= 0 },
        parts.ToString());

    private sealed record CartLineOf(int Seller, long UnitQuanta, int Quantity, bool IsBook);

    private sealed record RandomCartOf(
        IReadOnlyList<CartLineOf> Lines, int TaxBps, bool Included, bool ByPlatform, int CommissionBps, int VatBps,
        long DiscountQuanta, long ShippingQuanta, int Seed);

    private static Gen<RandomCartOf> RandomCart(string currency) =>
        from lines in Gen.Select(Gen.Int[0, 4], Gen.Long[1, 200_000], Gen.Int[1, 12], Gen.Bool,
            (seller, unit, quantity, book) => new CartLineOf(seller, unit, quantity, book)).List[1, 12]
        from tax in Gen.Int[0, 2700]
        from included in Gen.Bool
        from platform in Gen.Bool
        from commission in Gen.Int[0, 3000]
        from vat in Gen.Int[0, 2500]
        from discount in Gen.Long[0, 5000]
        from shipping in Gen.Long[0, 3000]
        from seed in Gen.Int[0, 1_000_000]
        select new RandomCartOf(lines, tax, included, platform, commission, vat, discount, shipping, seed);

    private static (List<LineToSplit> Lines, List<ShippingToSplit> Shipping) Priced(RandomCartOf cart, string currency)
    {
        var quantum = Currency.Of(currency).QuantumMinor;
        var prices = cart.Lines.Select(l => l.UnitQuanta * quantum * l.Quantity).ToList();
        var discounts = OrderSplit.ShareDiscount(prices, cart.DiscountQuanta * quantum, currency);
        var sellers = cart.Lines.Select(l => l.Seller).Distinct().ToList();
        var collector = cart.ByPlatform ? TaxCollector.Platform : TaxCollector.Seller;
        TaxRate Rate(string code, int bps) => new()
        {
            Id = code, Country = "XX", TaxCode = code, Name = code, RateBps = bps, PriceIncludesTax = cart.Included,
            Collector = collector,
        };
        var taxes = TaxCalculator.Calculate(
            new TaxRequest("XX", null, null, currency,
            [
                .. cart.Lines.Select((l, i) => new TaxableLine(
                    $"{i}", $"{l.Seller}", l.IsBook ? TaxCodes.Books : TaxCodes.Standard, prices[i] - discounts[i])),
                .. sellers.Select(s => new TaxableLine($"s{s}", $"{s}", TaxCodes.Shipping, cart.ShippingQuanta * quantum)),
            ]),
            [Rate(TaxCodes.Standard, cart.TaxBps), Rate(TaxCodes.Books, cart.TaxBps / 2)]).ToDictionary(t => t.Reference);
        var commissions = CommissionCalculator.Calculate(
            [.. cart.Lines.Select((l, i) => new CommissionableLine($"{i}", $"{l.Seller}", "NL", ["goods"], taxes[$"{i}"].NetMinor))],
            [new CommissionRule { Id = "r", Position = 1, Name = "r", RateBps = cart.CommissionBps }],
            new Dictionary<string, int> { ["NL"] = cart.VatBps }, currency).ToDictionary(c => c.Reference);
        return (
            [.. cart.Lines.Select((l, i) => new LineToSplit($"{i}", $"{l.Seller}", taxes[$"{i}"], commissions[$"{i}"], discounts[i]))],
            [.. sellers.Select(s => new ShippingToSplit($"{s}", taxes[$"s{s}"]))]);
    }

    private static LineToRefund ToRefund(LineToSplit line, int quantity, int before) => new(
        line.Reference, quantity, before, line.Tax.GrossMinor, line.Tax.PlatformTaxMinor,
        line.Commission.CommissionMinor, line.Commission.CommissionTaxMinor, 0);

    private static IEnumerable<(int Before, int Pieces)> Cut(int quantity, int seed)
    {
        var random = new Random(seed);
        for (var before = 0; before < quantity;)
        {
            var pieces = random.Next(1, quantity - before + 1);
            yield return (before, pieces);
            before += pieces;
        }
    }
}
