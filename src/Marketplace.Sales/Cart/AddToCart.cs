using FluentValidation;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Cart;

/// <summary>
/// Puts pieces of an offer into the buyer's cart. More than are left are cut to what is left, and the answer says so.
/// Nothing is reserved: that is the checkout's.
/// </summary>
[Buyer]
public sealed record AddToCart(string OfferId, int Quantity, string CurrencyCode) : ICommand<Result<AddedToCart>>, IPlatformTransaction;

/// <param name="Quantity">How many of the offer are in the cart now.</param>
/// <param name="WasCut">Fewer were left than wanted.</param>
public sealed record AddedToCart(string Title, int Quantity, bool WasCut, int Pieces);

internal sealed class AddToCartValidator : AbstractValidator<AddToCart>
{
    public AddToCartValidator()
    {
        RuleFor(c => c.OfferId).NotEmpty().MaximumLength(26).WithMessage("Choose what to buy.");
        RuleFor(c => c.Quantity).InclusiveBetween(1, BuyerCart.MostPieces)
            .WithMessage($"Choose a quantity from 1 to {BuyerCart.MostPieces}.");
    }
}

internal sealed class AddToCartHandler(PlatformDb db, CallerAccessor caller, ISender sender, TimeProvider clock)
    : ICommandHandler<AddToCart, Result<AddedToCart>>
{
    public async ValueTask<Result<AddedToCart>> Handle(AddToCart command, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId!;
        var offers = await sender.Send(new GetOffers([command.OfferId], command.CurrencyCode), cancellation);
        if (!offers.Ok) return offers.Error;
        if (offers.Value.SingleOrDefault() is not { } offer) return CartErrors.NotForSale;
        if (CartShelf.Refusal(offer) is { } refusal) return refusal;

        var now = clock.GetUtcNow().UtcDateTime;
        await CartLock.TakeAsync(db, buyerId, now, cancellation);
        var lines = await db.CartLines.Where(l => l.BuyerId == buyerId).ToListAsync(cancellation);
        var put = CartShelf.Put(db, lines, offer, buyerId, command.Quantity, now);
        if (!put.Ok) return put.Error;
        var (quantity, wasCut) = put.Value;
        return new AddedToCart(offer.Title, quantity, wasCut, lines.Sum(l => l.Quantity));
    }
}
