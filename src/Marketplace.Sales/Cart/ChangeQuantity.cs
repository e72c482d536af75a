using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>Sets how many of an offer the buyer wants; 0 takes the line out.</summary>
[Buyer]
public sealed record ChangeQuantity(string OfferId, int Quantity) : ICommand<Result>, IPlatformTransaction;

internal sealed class ChangeQuantityValidator : AbstractValidator<ChangeQuantity>
{
    public ChangeQuantityValidator() => RuleFor(c => c.Quantity).InclusiveBetween(0, BuyerCart.MostPieces)
        .WithMessage($"Choose a quantity from 0 to {BuyerCart.MostPieces}.");
}

internal sealed class ChangeQuantityHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<ChangeQuantity, Result>
{
    public async ValueTask<Result> Handle(ChangeQuantity command, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId!;
        await CartLock.TakeAsync(db, buyerId, clock.GetUtcNow().UtcDateTime, cancellation);
        var line = await db.CartLines.SingleOrDefaultAsync(
            l => l.BuyerId == buyerId && l.OfferId == command.OfferId, cancellation);
        if (line is null) return CartErrors.NoSuchLine;
        if (command.Quantity == 0) db.Remove(line);
        else line.Quantity = command.Quantity;
        return Result.Success();
    }
}
