using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>Chooses how sellers' parcels travel, by the seller's id. A method that no longer fits falls back to the cheapest.</summary>
[Buyer]
public sealed record ChooseShipping(IReadOnlyDictionary<string, string> MethodBySeller) : ICommand<Result>, IPlatformTransaction;

internal sealed class ChooseShippingValidator : AbstractValidator<ChooseShipping>
{
    public ChooseShippingValidator() => RuleFor(c => c.MethodBySeller).Must(m => m.Count is > 0 and <= BuyerCart.MostSellers)
        .Must(m => m.All(c => Ids.IsWellFormed(c.Key) && Ids.IsWellFormed(c.Value)))
        .WithMessage("Choose a delivery for each shop.");
}

internal sealed class ChooseShippingHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<ChooseShipping, Result>
{
    public async ValueTask<Result> Handle(ChooseShipping command, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId!;
        await CartLock.TakeAsync(db, buyerId, clock.GetUtcNow().UtcDateTime, cancellation);
        var chosen = await db.CartShippings.Where(s => s.BuyerId == buyerId).ToListAsync(cancellation);
        foreach (var (tenantId, methodId) in command.MethodBySeller)
        {
            if (chosen.SingleOrDefault(s => s.TenantId == tenantId) is { } before) before.MethodId = methodId;
            else db.Add(new CartShipping { BuyerId = buyerId, TenantId = tenantId, MethodId = methodId });
        }

        return Result.Success();
    }
}
