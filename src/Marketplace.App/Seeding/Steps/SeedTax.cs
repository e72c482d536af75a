using Marketplace.App.Seeding.Bulk;
using Marketplace.App.Seeding.Model;
using Marketplace.Kernel.Values;
using Marketplace.Money;
using Marketplace.Money.Tax.Contracts;
using Marketplace.Money.Tax.Model;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>
/// Tax rates by country, region and kind of goods. Where prices include tax the seller owes it; where it comes on top
/// the platform collects it.
/// </summary>
internal sealed class SeedTax(SeedSender sender)
{
    public async Task RunAsync(DemoWorld world, CancellationToken cancellation)
    {
        var there = (await sender.ReadAsync(db => db.TaxRates.AsNoTracking()
            .Select(r => new { r.Country, r.Region, r.TaxCode }).ToListAsync(cancellation)))
            .Select(r => (r.Country, r.Region, r.TaxCode)).ToHashSet();
        await sender.BulkAsync(writer => AddMissing(writer, world.Platform.Countries, there), null, cancellation);
    }

    private static Task AddMissing(
        BulkWriter writer, IEnumerable<CountrySeed> countries, HashSet<(string, string, string)> there)
    {
        foreach (var rate in countries.SelectMany(Rates))
            if (!there.Contains((rate.Country, rate.Region, rate.TaxCode))) writer.Add(rate);
        return Task.CompletedTask;
    }

    private static IEnumerable<TaxRate> Rates(CountrySeed country)
    {
        foreach (var (code, bps) in country.TaxRates) yield return Rate(country, "", country.TaxName, code, bps);
        foreach (var region in country.Regions ?? [])
        {
            var name = $"{region.Name} {country.TaxName.ToLowerInvariant()}";
            foreach (var (code, bps) in region.TaxRates) yield return Rate(country, region.Code, name, code, bps);
        }
    }

    private static TaxRate Rate(CountrySeed country, string region, string name, string code, int bps) => new()
    {
        Id = Ids.From("demo", "tax", country.Code, region, code), Country = country.Code, Region = region, TaxCode = code,
        Name = name, RateBps = bps, PriceIncludesTax = country.PricesIncludeTax,
        Collector = country.PricesIncludeTax ? TaxCollector.Seller : TaxCollector.Platform,
    };
}
