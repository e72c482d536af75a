using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Alerts.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Alerts;

/// <summary>What is open, the oldest first, at most 200.</summary>
[Admin("money")]
public sealed record ListAlerts : IQuery<Result<IReadOnlyList<AlertView>>>;

/// <param name="Detail">What Stripe said of it, in Stripe's words.</param>
public sealed record AlertView(
    AlertKind Kind, string Reference, string Detail, string? TenantId, string? OrderId, long? AmountMinor,
    string? CurrencyCode, DateTime RaisedAtUtc);

internal sealed class ListAlertsHandler(PlatformDb db) : IQueryHandler<ListAlerts, Result<IReadOnlyList<AlertView>>>
{
    public async ValueTask<Result<IReadOnlyList<AlertView>>> Handle(ListAlerts query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<AlertView>>.Success(await db.MoneyAlerts.AsNoTracking().Where(a => a.ClosedAtUtc == null)
            .OrderBy(a => a.RaisedAtUtc).ThenBy(a => a.Reference).Take(200)
            .Select(a => new AlertView(
                a.Kind, a.Reference, a.Detail, a.TenantId, a.OrderId, a.AmountMinor, a.CurrencyCode, a.RaisedAtUtc))
            .ToListAsync(cancellationToken));
}
