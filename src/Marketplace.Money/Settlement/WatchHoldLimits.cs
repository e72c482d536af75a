using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Alerts;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Money.Settlement;

/// <summary>
/// Money may not be kept for ever: a share that comes near the limit, held or waiting for its transfer, is put before
/// a person in time; when it has gone, that is settled.
/// </summary>
[Internal]
public sealed record WatchHoldLimits : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class WatchHoldLimitsHandler(
    PlatformDb db, ISender sender, IOptions<MoneyOptions> options, TimeProvider clock)
    : ICommandHandler<WatchHoldLimits, Result<int>>
{
    private const int Batch = 100;

    public async ValueTask<Result<int>> Handle(WatchHoldLimits command, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var before = clock.GetUtcNow().UtcDateTime.AddDays(limits.HoldWarningDays - limits.HoldLimitDays);
        var alerts = db.MoneyAlerts;
        var near = await Kept().Where(h => h.SoldAtUtc <= before)
            .Where(h => !alerts.Any(a => a.Kind == AlertKind.HoldLimit && a.Reference == h.Id))
            .OrderBy(h => h.SoldAtUtc).Take(Batch).ToListAsync(cancellationToken);
        foreach (var share in near)
        {
            await sender.Send(
                new RaiseAlert(
                    AlertKind.HoldLimit, share.Id, $"{share.SoldAtUtc.AddDays(limits.HoldLimitDays):yyyy-MM-dd}",
                    share.TenantId, share.OrderId, share.DueMinor, share.CurrencyCode), cancellationToken);
        }

        var gone = await alerts.Where(a => a.Kind == AlertKind.HoldLimit && a.ClosedAtUtc == null)
            .Where(a => !Kept().Any(h => h.Id == a.Reference)).OrderBy(a => a.RaisedAtUtc).ThenBy(a => a.Reference)
            .Take(Batch).Select(a => a.Reference).ToListAsync(cancellationToken);
        foreach (var id in gone) await sender.Send(new SettleAlert(AlertKind.HoldLimit, id), cancellationToken);
        return near.Count;
    }

    private IQueryable<Holding> Kept() => db.Holdings.AsNoTracking()
        .Where(h => h.State == HoldingState.Held || h.State == HoldingState.Payable);
}

internal sealed class WatchHoldLimitsJob(ISender sender) : IJob
{
    public string Name => "watch-hold-limits";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<string> RunAsync(CancellationToken cancellation) =>
        $"{(await sender.Send(new WatchHoldLimits(), cancellation)).Required()} more shares come near the limit";
}
