using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Alerts.Contracts;
using Marketplace.Money.Alerts.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Alerts;

/// <summary>
/// Asks for a person's eye. The same thing is asked for once; a difference that comes back is asked for again.
/// </summary>
[Internal]
public sealed record RaiseAlert(
    AlertKind Kind, string Reference, string Detail, string? TenantId = null, string? OrderId = null,
    long? AmountMinor = null, string? CurrencyCode = null) : ICommand<Result>, IPlatformTransaction;

/// <summary>It has mended itself.</summary>
[Internal]
public sealed record SettleAlert(AlertKind Kind, string Reference) : ICommand<Result>, IPlatformTransaction;

/// <summary>A person has seen to it. Fails with <c>alert.not-open</c>.</summary>
[Admin("money")]
public sealed record CloseAlert(AlertKind Kind, string Reference) : ICommand<Result>, IPlatformTransaction;

internal sealed class AlertHandlers(PlatformDb db, AuditTrail audit, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<RaiseAlert, Result>, ICommandHandler<SettleAlert, Result>, ICommandHandler<CloseAlert, Result>
{
    private static readonly Error NotOpen = Error.NotFound("alert.not-open", "Somebody has seen to this already.");

    public async ValueTask<Result> Handle(RaiseAlert command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var alert = db.MoneyAlerts.Local.FirstOrDefault(a => a.Kind == command.Kind && a.Reference == command.Reference)
            ?? await FindAsync(command.Kind, command.Reference, cancellationToken);
        if (alert is null)
        {
            db.Add(new MoneyAlert
            {
                Kind = command.Kind, Reference = command.Reference, Detail = Short(command.Detail), TenantId = command.TenantId,
                OrderId = command.OrderId, AmountMinor = command.AmountMinor, CurrencyCode = command.CurrencyCode,
                RaisedAtUtc = now,
            });
            return Result.Success();
        }

        alert.AmountMinor = command.AmountMinor;
        if (command.Kind != AlertKind.Difference || alert.ClosedAtUtc is null) return Result.Success();
        (alert.RaisedAtUtc, alert.ClosedAtUtc, alert.ClosedBy) = (now, null, null);
        return Result.Success();
    }

    public async ValueTask<Result> Handle(SettleAlert command, CancellationToken cancellationToken)
    {
        await CloseAsync(command.Kind, command.Reference, cancellationToken);
        return Result.Success();
    }

    public async ValueTask<Result> Handle(CloseAlert command, CancellationToken cancellationToken)
    {
        if (await CloseAsync(command.Kind, command.Reference, cancellationToken) == 0) return NotOpen;
        audit.Note(db, "money.alert-closed", "alert", command.Reference, command.Kind.ToString());
        return Result.Success();
    }

    private Task<MoneyAlert?> FindAsync(AlertKind kind, string reference, CancellationToken cancellation) =>
        db.MoneyAlerts.SingleOrDefaultAsync(a => a.Kind == kind && a.Reference == reference, cancellation);

    private Task<int> CloseAsync(AlertKind kind, string reference, CancellationToken cancellation)
    {
        var (now, who) = (clock.GetUtcNow().UtcDateTime, caller.Caller.Actor);
        return db.MoneyAlerts.Where(a => a.Kind == kind && a.Reference == reference && a.ClosedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.ClosedAtUtc, now).SetProperty(a => a.ClosedBy, who), cancellation);
    }

    private static string Short(string text) => text.Length > 300 ? text[..300] : text;
}
