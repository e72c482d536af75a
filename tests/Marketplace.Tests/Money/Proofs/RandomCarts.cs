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

namespace Marketplace.Tests.Money.Proofs;

/// <summary>One line as it would be frozen in an order.</summary>
internal sealed record ProofLine(string Reference, string TenantId, int Quantity, TaxedLine Tax, CommissionedLine Commission, long FundedMinor)
{
    public LineToRefund ToRefund(int refunded) => new(
        Reference, Quantity, refunded, Tax.GrossMinor, Tax.PlatformTaxMinor, Commission.CommissionMinor,
        Commission.CommissionTaxMinor, FundedMinor);
}

internal sealed record ProofCart(
    string Currency, IReadOnlyList<ProofLine> Lines, IReadOnlyList<ShippingToSplit> Shipping, IReadOnlyList<SplitPart> Parts)
{
    public long CapturedMinor => Parts.Sum(p => p.TotalMinor);

    public SaleToPost Sale(string orderId, DateTime at) => new(
        orderId, "buyer", Currency, CapturedMinor, "XX", at,
        [.. Parts.Select(p => new SalePart(
            $"{orderId}/{p.TenantId}", p.TenantId, p.GrossMinor, p.ShippingMinor, p.PlatformTaxMinor, p.CommissionMinor,
            p.CommissionTaxMinor, p.PlatformDiscountMinor, 7))]);
}

/// <summary>
/// Carts of every shape through the calculators that checkout uses: 1 to 20 sellers, 1 to 8 lines each, prices from one
/// quantum up, tax within or on top, remitted by either side, discounts of the seller and of the platform.
/// </summary>
internal sealed class RandomCarts(int seed)
{
    private static readonly string[] Currencies = ["USD", "EUR", "JPY", "KWD"];
    private static readonly string[] Countries = ["NL", "DE", "US"];
    private readonly Random _random = new(seed);

    public ProofCart Next()
    {
        var currency = Currencies[_random.Next(Currencies.Length)];
        var quantum = Currency.Of(currency).QuantumMinor;
        var rates = Rates();
        var rules = Rules();
        List<ProofLine> lines = [];
        List<ShippingToSplit> shipping = [];
        foreach (var seller in Enumerable.Range(0, Skewed(20)).Select(i => $"seller-{i}"))
        {
            lines.AddRange(SellerLines(seller, currency, quantum, rates, rules));
            shipping.Add(new ShippingToSplit(seller, Taxed(seller, "shipping", TaxCodes.Shipping, Price(quantum, 2_000), currency, rates)));
        }

        var parts = OrderSplit.Split(
            [.. lines.Select(l => new LineToSplit(l.Reference, l.TenantId, l.Tax, l.Commission, l.FundedMinor))], shipping);
        return new ProofCart(currency, lines, shipping, parts);
    }

    private List<ProofLine> SellerLines(
        string seller, string currency, long quantum, IReadOnlyList<TaxRate> rates, IReadOnlyList<CommissionRule> rules)
    {
        var country = Countries[_random.Next(Countries.Length)];
        var prices = Enumerable.Range(0, Skewed(8)).Select(_ => (Quantity: _random.Next(1, 6), Unit: Price(quantum, 90_000)))
            .ToList();
        var whole = prices.ConvertAll(p => p.Unit * p.Quantity);
        // Half of the carts have a discount, shared over the lines; the seller or the platform pays it.
        var off = _random.Next(2) == 0 ? 0 : whole.Sum() * _random.Next(0, 60) / 100 / quantum * quantum;
        var shares = OrderSplit.ShareDiscount(whole, off, currency);
        var funded = _random.Next(2) == 0;
        List<ProofLine> lines = [];
        for (var i = 0; i < prices.Count; i++)
        {
            var reference = $"{seller}-{i}";
            var code = TaxCodes.All[_random.Next(TaxCodes.All.Count)];
            var tax = Taxed(seller, reference, code, whole[i] - shares[i], currency, rates);
            var commission = CommissionCalculator.Calculate(
                [new CommissionableLine(reference, seller, country, ["goods"], tax.NetMinor)], rules,
                new Dictionary<string, int> { ["NL"] = 2100, ["DE"] = 1900 }, currency)[0];
            lines.Add(new ProofLine(reference, seller, prices[i].Quantity, tax, commission, funded ? shares[i] : 0));
        }

        return lines;
    }

    private static TaxedLine Taxed(
        string seller, string reference, string code, long amount, string currency, IReadOnlyList<TaxRate> rates) =>
        TaxCalculator.Calculate(new TaxRequest("XX", null, null, currency, [new TaxableLine(reference, seller, code, amount)]), rates)[0];

    private List<TaxRate> Rates() => [.. TaxCodes.All.Where(_ => _random.Next(4) > 0).Select(code => new TaxRate
    {
        Id = code, Country = "XX", TaxCode = code, Name = code, RateBps = _random.Next(0, 3000),
        PriceIncludesTax = _random.Next(2) == 0, Collector = (TaxCollector)_random.Next(2),
    })];

    private List<CommissionRule> Rules() =>
    [
        new() { Id = "one", Position = 0, Name = "One", TenantId = "seller-0", RateBps = _random.Next(0, 5000) },
        new() { Id = "default", Position = 1, Name = "Default", RateBps = _random.Next(0, 3000) },
    ];

    /// <summary>Cents as often as hundreds; sometimes nothing at all.</summary>
    private long Price(long quantum, int most) => quantum * _random.Next(0, (int)Math.Pow(10, 1 + (_random.NextDouble() * Math.Log10(most / 10.0))));

    /// <summary>Mostly few.</summary>
    private int Skewed(int most) => 1 + (int)(Math.Pow(_random.NextDouble(), 3) * most);
}
