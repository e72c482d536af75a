using FluentValidation;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Contracts;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>The platform steps in and cancels what a seller has not shipped: staff by hand, or the clocks of an order.</summary>
[Admin("orders")]
public sealed record CancelByPlatform(string SellerOrderId, string Reason) : ICommand<Result>, IPlatformTransaction;

internal sealed class CancelByPlatformValidator : AbstractValidator<CancelByPlatform>
{
    public CancelByPlatformValidator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why; both sides read it.")
        .MaximumLength(500).WithMessage("A reason has at most 500 characters.");
}

internal sealed class CancelByPlatformHandler(
    PlatformDb db, TimeProvider clock, EventBuffer events, ISettings settings, AuditTrail audit, CallerAccessor caller)
    : ICommandHandler<CancelByPlatform, Result>
{
    public async ValueTask<Result> Handle(CancelByPlatform command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        if (!part.IsOpen) return FulfilmentErrors.WrongState;
        var lines = await PartLock.LinesAsync(db, part, cancellation);
        var grace = TimeSpan.FromDays((await settings.GetAsync(cancellation)).TransitGraceDays);
        if (!Cancellation.Apply(
                new CancellationCase(
                    db, part, lines, OrderActor.Platform, command.Reason.Trim(), grace, TimeRanOut: caller.Caller.PersonId is null),
                [], clock, events))
            return FulfilmentErrors.WrongState;
        audit.Note(db, "order.cancelled", "seller-order", part.Id, command.Reason, part.TenantId);
        return Result.Success();
    }
}
