using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>Released shares that have not reached their sellers, the longest waiting first; at most 200.</summary>
[Admin("money")]
public sealed record ListWaitingTransfers : IQuery<Result<IReadOnlyList<WaitingTransfer>>>;

/// <param name="SellerName">Empty where the seller is gone.</param>
public sealed record WaitingTransfer(
    string SellerOrderId, string OrderId, string TenantId, string SellerName, long DueMinor, string CurrencyCode,
    DateTime? ReleasedAtUtc, bool IsRunning, string? WaitReason, DateTime? NextAtUtc);

/// <summary>Looks at a waiting share again now.</summary>
[Admin("money")]
public sealed record RetryTransfer(string SellerOrderId) : ICommand<Result>, IPlatformTransaction;

internal sealed class WaitingTransferHandlers(PlatformDb db, AuditTrail audit, ISender sender)
    : IQueryHandler<ListWaitingTransfers, Result<IReadOnlyList<WaitingTransfer>>>, ICommandHandler<RetryTransfer, Result>
{
    public async ValueTask<Result<IReadOnlyList<WaitingTransfer>>> Handle(
        ListWaitingTransfers query, CancellationToken cancellationToken)
    {
        var waiting = await db.Holdings.AsNoTracking()
            .Where(h => h.State == HoldingState.Payable || h.State == HoldingState.Transferring)
            .OrderBy(h => h.ReleasedAtUtc).ThenBy(h => h.Id).Take(200)
            .Select(h => new WaitingTransfer(
                h.Id, h.OrderId, h.TenantId, "", h.NetMinor - h.TransferredMinor, h.CurrencyCode, h.ReleasedAtUtc,
                h.State == HoldingState.Transferring, h.WaitReason, h.NextTransferAtUtc))
            .ToListAsync(cancellationToken);
        var sellers = await sender.SellersByIdAsync(waiting.Select(w => w.TenantId), cancellationToken);
        return Result<IReadOnlyList<WaitingTransfer>>.Success(
            [.. waiting.Select(w => w with { SellerName = sellers.GetValueOrDefault(w.TenantId)?.Name ?? "" })]);
    }

    public async ValueTask<Result> Handle(RetryTransfer command, CancellationToken cancellationToken)
    {
        if (!await db.Holdings.AnyAsync(h => h.Id == command.SellerOrderId, cancellationToken)) return ReleaseClock.NoShare;
        audit.Note(db, "transfer.retried", "seller-order", command.SellerOrderId, "Looked at again by hand.");
        return await sender.Send(new StartTransfer(command.SellerOrderId), cancellationToken);
    }
}
