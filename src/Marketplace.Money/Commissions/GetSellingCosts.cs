using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Commissions.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Money.Commissions;

/// <summary>What selling costs by the rules of this moment, for everybody to read before they apply.</summary>
[Anyone]
public sealed record GetSellingCosts : IQuery<Result<SellingCosts>>;

/// <param name="CommissionBps">Of a price without tax and shipping, where no category says otherwise.</param>
/// <param name="Categories">Those with a share of their own, and what is below them.</param>
/// <param name="CommissionTaxBps">VAT that is added to the commission, by the seller's country.</param>
public sealed record SellingCosts(
    int CommissionBps, IReadOnlyList<CategoryCost> Categories, IReadOnlyDictionary<string, int> CommissionTaxBps);

public sealed record CategoryCost(string CategoryId, int CommissionBps);

internal sealed class GetSellingCostsHandler(PlatformDb db, IOptions<MoneyOptions> options, ISettings settings)
    : IQueryHandler<GetSellingCosts, Result<SellingCosts>>
{
    public async ValueTask<Result<SellingCosts>> Handle(GetSellingCosts query, CancellationToken cancellationToken)
    {
        var rules = await db.CommissionRules.AsNoTracking().Where(r => r.TenantId == null)
            .OrderBy(r => r.Position).ThenBy(r => r.Id).Take(1000).ToListAsync(cancellationToken);
        var fallback = rules.Find(r => r.CategoryId is null) ?? options.Value.DefaultRule();
        // A rule behind the one that fits everything decides nothing.
        var categories = rules.TakeWhile(r => r.CategoryId is not null).DistinctBy(r => r.CategoryId)
            .Select(r => new CategoryCost(r.CategoryId!, r.RateBps)).ToList();
        return new SellingCosts(fallback.RateBps, categories, CommissionTax.Of(await settings.GetAsync(cancellationToken), options.Value));
    }
}
