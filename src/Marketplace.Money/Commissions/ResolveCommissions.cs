using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Commissions.Contracts;
using Marketplace.Money.Commissions.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Money.Commissions;

/// <summary>What the platform keeps of each line by the rules of this moment; the caller freezes the answer.</summary>
[Internal]
public sealed record ResolveCommissions(IReadOnlyList<CommissionableLine> Lines, string CurrencyCode)
    : IQuery<Result<IReadOnlyList<CommissionedLine>>>;

internal sealed class ResolveCommissionsHandler(
    PlatformDb db, ISender sender, IOptions<MoneyOptions> options, ISettings settings)
    : IQueryHandler<ResolveCommissions, Result<IReadOnlyList<CommissionedLine>>>
{
    public async ValueTask<Result<IReadOnlyList<CommissionedLine>>> Handle(
        ResolveCommissions query, CancellationToken cancellationToken)
    {
        var tenants = query.Lines.Select(l => l.TenantId).Distinct().ToList();
        List<CommissionRule> rules = await db.CommissionRules.AsNoTracking()
            .Where(r => r.TenantId == null || tenants.Contains(r.TenantId))
            .OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        if (!rules.Exists(r => r.IsDefault)) rules.Add(options.Value.DefaultRule());
        var sellers = (await sender.Send(new GetSellers(tenants), cancellationToken)).Required();
        rules.InsertRange(0, sellers.Where(s => s.CommissionBps is not null).Select(Agreed));
        var plans = sellers.ToDictionary(s => s.TenantId, s => s.PlanDeltaBps, StringComparer.Ordinal);
        var tax = CommissionTax.Of(await settings.GetAsync(cancellationToken), options.Value);
        return Result<IReadOnlyList<CommissionedLine>>.Success(
            CommissionCalculator.Calculate(query.Lines, rules, tax, query.CurrencyCode, plans));
    }

    /// <summary>What was agreed with one seller alone stands before every rule.</summary>
    private static CommissionRule Agreed(SellerInfo seller) => new()
    {
        Id = "agreed", Position = -1, Name = "Agreed with this seller", TenantId = seller.TenantId,
        RateBps = seller.CommissionBps!.Value,
    };
}
