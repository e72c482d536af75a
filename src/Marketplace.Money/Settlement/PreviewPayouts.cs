using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions;
using Marketplace.Money.Commissions.Contracts;
using Marketplace.Money.Ledger.Contracts;
using Marketplace.Money.Tax;
using Marketplace.Money.Tax.Contracts;
using Mediator;

namespace Marketplace.Money.Settlement;

/// <summary>
/// What the seller would be paid for one piece at each price, sold now to a buyer in the seller's own country: by the
/// rates, the rules and the sum that a sale is booked with, shipping left aside. Prices that cannot be charged are
/// left out. The processor's fee is the platform's expense, so nothing is taken off for it.
/// </summary>
[Seller(SellerPermissions.Listings)]
public sealed record PreviewPayouts(IReadOnlyList<PriceToPreview> Prices) : IQuery<Result<PayoutPreviews>>;

/// <param name="CategoryId">Null: not chosen yet; the platform's default commission and the standard tax.</param>
public sealed record PriceToPreview(string? CategoryId, string CurrencyCode, long PriceMinor);

/// <param name="Country">Where the imagined buyer is.</param>
public sealed record PayoutPreviews(string Country, IReadOnlyList<PayoutPreview> Payouts);

/// <param name="TaxMinor">Contained in the price when <paramref name="PriceIncludesTax"/>, else added to it.</param>
/// <param name="Collector">Who remits the tax: the platform keeps it back, or it is paid out with the rest.</param>
/// <param name="NetMinor">What the ledger would credit the seller.</param>
public sealed record PayoutPreview(
    PriceToPreview Price, long BuyerPaysMinor, long TaxMinor, int TaxRateBps, bool PriceIncludesTax, TaxCollector Collector,
    long CommissionMinor, int CommissionRateBps, long CommissionTaxMinor, long NetMinor);

internal sealed class PreviewPayoutsValidator : AbstractValidator<PreviewPayouts>
{
    public PreviewPayoutsValidator() => RuleFor(m => m.Prices).Must(p => p.Count <= 1000).WithMessage("At most 1,000 prices at once.");
}

internal sealed class PreviewPayoutsHandler(CallerAccessor caller, ISender sender)
    : IQueryHandler<PreviewPayouts, Result<PayoutPreviews>>
{
    public async ValueTask<Result<PayoutPreviews>> Handle(PreviewPayouts query, CancellationToken cancellationToken)
    {
        var tenant = caller.Caller.TenantId ?? throw new MissingOwnerException("seller");
        var seller = (await sender.Send(new GetSellers([tenant]), cancellationToken)).Required().Single();
        var tree = (await sender.Send(new GetCategoryTree(), cancellationToken)).Required();
        var payouts = new List<PayoutPreview>();
        foreach (var group in query.Prices.Distinct().Where(IsChargeable).GroupBy(p => p.CurrencyCode, StringComparer.Ordinal))
            payouts.AddRange(await PreviewAsync(seller, tree, group.Key, [.. group], cancellationToken));
        return new PayoutPreviews(seller.Country, payouts);
    }

    private static bool IsChargeable(PriceToPreview price) => Currency.Find(price.CurrencyCode) is { } currency
        && price.PriceMinor >= currency.MinimumChargeMinor && price.PriceMinor <= 100_000_000_000
            && currency.IsWholeQuanta(price.PriceMinor);

    private async Task<IEnumerable<PayoutPreview>> PreviewAsync(
        SellerInfo seller, CategoryTree tree, string currency, List<PriceToPreview> prices, CancellationToken cancellation)
    {
        var tenant = seller.TenantId;
        var taxes = (await sender.Send(new CalculateTax(new TaxRequest(seller.Country, null, null, currency,
        [
            .. prices.Select((p, i) => new TaxableLine(
                $"{i}", tenant, tree.Find(p.CategoryId)?.TaxCode ?? TaxCodes.Standard, p.PriceMinor)),
        ])), cancellation)).Required();
        var commissions = (await sender.Send(new ResolveCommissions(
        [
            .. prices.Select((p, i) => new CommissionableLine(
                $"{i}", tenant, seller.Country, tree.Find(p.CategoryId)?.Path.Split('/') ?? [], taxes[i].NetMinor)),
        ], currency), cancellation)).Required();
        return prices.Select((p, i) => Payout(p, tenant, taxes[i], commissions[i]));
    }

    private static PayoutPreview Payout(PriceToPreview price, string tenant, TaxedLine tax, CommissionedLine commission)
    {
        // The very record that a sale is booked from, so that the sum is not written twice.
        var part = new SalePart(
            "", tenant, tax.GrossMinor, 0, tax.PlatformTaxMinor, commission.CommissionMinor, commission.CommissionTaxMinor, 0, 0);
        return new PayoutPreview(
            price, tax.GrossMinor, tax.TaxMinor, tax.RateBps, tax.PriceIncludesTax, tax.Collector, commission.CommissionMinor,
            commission.RateBps, commission.CommissionTaxMinor, part.SellerNetMinor);
    }
}
