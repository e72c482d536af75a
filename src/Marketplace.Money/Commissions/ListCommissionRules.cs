using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Money.Commissions;

/// <summary>The rules in their order, the platform's default last: where nobody has set one, the configured one.</summary>
[Admin("commissions")]
public sealed record ListCommissionRules : IQuery<Result<IReadOnlyList<CommissionRuleView>>>;

/// <param name="Id">Null for the configured default, which is no row.</param>
/// <param name="Version">0 for the configured default.</param>
public sealed record CommissionRuleView(
    string? Id, int Position, string Name, string? TenantId, string? CategoryId, int RateBps, long Version,
    string? SellerName = null, string? SellerSlug = null, string? CategoryName = null)
{
    public bool IsDefault => TenantId is null && CategoryId is null;
}

internal sealed class ListCommissionRulesHandler(PlatformDb db, ISender sender, IOptions<MoneyOptions> options)
    : IQueryHandler<ListCommissionRules, Result<IReadOnlyList<CommissionRuleView>>>
{
    public async ValueTask<Result<IReadOnlyList<CommissionRuleView>>> Handle(
        ListCommissionRules query, CancellationToken cancellationToken)
    {
        var rules = await db.CommissionRules.AsNoTracking().OrderBy(r => r.Position).ThenBy(r => r.Id).Take(1000)
            .Select(r => new CommissionRuleView(
                r.Id, r.Position, r.Name, r.TenantId, r.CategoryId, r.RateBps, r.Version, null, null, null))
            .ToListAsync(cancellationToken);
        var sellers = await sender.SellersByIdAsync(rules.Select(r => r.TenantId), cancellationToken);
        var categories = (await sender.Send(new GetCategoryTree(), cancellationToken)).Required();
        var named = rules.ConvertAll(rule => rule with
        {
            SellerName = rule.TenantId is null ? null : sellers.GetValueOrDefault(rule.TenantId)?.Name ?? rule.TenantId,
            SellerSlug = rule.TenantId is null ? null : sellers.GetValueOrDefault(rule.TenantId)?.Slug,
            CategoryName = rule.CategoryId is null ? null : categories.Find(rule.CategoryId)?.Name ?? rule.CategoryId,
        });
        if (!named.Exists(r => r.IsDefault)) named.Add(Configured(options.Value.DefaultRule().RateBps));
        return named;
    }

    private static CommissionRuleView Configured(int rateBps) =>
        new(null, int.MaxValue, "Platform default", null, null, rateBps, 0);
}
