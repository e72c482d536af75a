using FluentValidation;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Fulfilment;

/// <summary>The seller pays back pieces of its part, for whatever reason; with shipping and no piece named: all that is left.</summary>
[Seller("orders")]
public sealed record RefundItems(
    string? IdempotencyKey, string SellerOrderId, IReadOnlyList<LineQuantity> Lines, bool WithShipping, string Reason)
    : ICommand<Result>, IPlatformTransaction, IIdempotent;

/// <summary>The same by the platform's staff, for any seller's part.</summary>
[Admin("orders")]
public sealed record RefundItemsByPlatform(
    string? IdempotencyKey, string SellerOrderId, IReadOnlyList<LineQuantity> Lines, bool WithShipping, string Reason)
    : ICommand<Result>, IPlatformTransaction, IIdempotent;

internal sealed class RefundItemsValidator : AbstractValidator<RefundItems>
{
    public RefundItemsValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why; the buyer reads it.").MaximumLength(500);
        RuleFor(c => c.Lines).Must(l => l.Count <= 80).WithMessage("Choose what is paid back.");
    }
}

internal sealed class RefundItemsByPlatformValidator : AbstractValidator<RefundItemsByPlatform>
{
    public RefundItemsByPlatformValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why; both sides read it.").MaximumLength(500);
        RuleFor(c => c.Lines).Must(l => l.Count <= 80).WithMessage("Choose what is paid back.");
    }
}

internal sealed class RefundItemsHandlers(
    PlatformDb db, CallerAccessor caller, ISender sender, TimeProvider clock, AuditTrail audit)
    : ICommandHandler<RefundItems, Result>, ICommandHandler<RefundItemsByPlatform, Result>
{
    public async ValueTask<Result> Handle(RefundItems command, CancellationToken cancellation)
    {
        var mine = await db.SellerOrders.AnyAsync(
            s => s.TenantId == caller.Caller.TenantId && s.Id == command.SellerOrderId, cancellation);
        return mine
            ? await RefundAsync(
                command.SellerOrderId, command.Lines, command.WithShipping, OrderActor.Seller, command.Reason, cancellation)
            : FulfilmentErrors.NoSuchOrder;
    }

    public async ValueTask<Result> Handle(RefundItemsByPlatform command, CancellationToken cancellation)
    {
        audit.Note(db, "order.refund", "seller-order", command.SellerOrderId, command.Reason);
        return await RefundAsync(
            command.SellerOrderId, command.Lines, command.WithShipping, OrderActor.Platform, command.Reason, cancellation);
    }

    private async ValueTask<Result> RefundAsync(string sellerOrderId, IReadOnlyList<LineQuantity> lines, bool withShipping,
        OrderActor by, string reason, CancellationToken cancellation)
    {
        var quantities = lines.Count > 0 || !withShipping ? lines : await AllAsync(sellerOrderId, cancellation);
        return await sender.Send(
            new MakeRefund(Ids.New(clock), sellerOrderId, quantities, withShipping, by, reason.Trim()), cancellation);
    }

    private async Task<IReadOnlyList<LineQuantity>> AllAsync(string sellerOrderId, CancellationToken cancellation) =>
        await db.OrderLines.AsNoTracking().Where(l => l.SellerOrderId == sellerOrderId && l.RefundedQuantity < l.Quantity)
            .Select(l => new LineQuantity(l.Id, l.Quantity - l.RefundedQuantity)).ToListAsync(cancellation);
}
