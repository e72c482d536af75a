using Marketplace.Kernel.Values;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;

namespace Marketplace.Money.Tax;

/// <summary>
/// Tax per line, rounded half up to the currency's quantum on each line (so that a line's refund never depends on
/// its neighbours). Without a rate for the destination there is no tax.
/// </summary>
public static class TaxCalculator
{
    public static IReadOnlyList<TaxedLine> Calculate(TaxRequest request, IReadOnlyCollection<TaxRate> rates)
    {
        var quantum = Currency.Of(request.CurrencyCode).QuantumMinor;
        var here = rates.Where(r => r.Country == request.Country && (r.Region == "" || r.Region == request.Region)).ToList();
        return [.. request.Lines.Select(line => Calculate(line, Rate(here, line.TaxCode), quantum))];
    }

    private static TaxRate? Rate(IEnumerable<TaxRate> here, string taxCode)
    {
        if (taxCode == TaxCodes.Exempt) return null;
        return here.Where(r => r.TaxCode == taxCode || r.TaxCode == TaxCodes.Standard)
            .OrderByDescending(r => r.TaxCode == taxCode).ThenByDescending(r => r.Region.Length).FirstOrDefault();
    }

    private static TaxedLine Calculate(TaxableLine line, TaxRate? rate, long quantum)
    {
        if (rate is null) return new TaxedLine(line.Reference, line.AmountMinor, 0, 0, true, TaxCollector.Seller);
        var tax = rate.PriceIncludesTax
            ? Contained(line.AmountMinor, rate.RateBps, quantum)
            : Allocation.BasisPoints(line.AmountMinor, rate.RateBps, quantum);
        return new TaxedLine(line.Reference, line.AmountMinor, tax, rate.RateBps, rate.PriceIncludesTax, rate.Collector);
    }

    private static long Contained(long grossMinor, int rateBps, long quantum)
    {
        var divisor = (Int128)(10_000 + rateBps) * quantum;
        return (long)(((Int128)grossMinor * rateBps * 2 + divisor) / (divisor * 2)) * quantum;
    }
}
