using System.Text.Json;
using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Cart;
using Mediator;

namespace Marketplace.Sales.Checkout;

/// <summary>
/// The delivery step: address and contact, checked beside their fields and kept with the cart, and the delivery chosen
/// for each shop. Nothing is ordered yet.
/// </summary>
[Buyer]
public sealed record SaveDelivery(CheckoutDetails Details, IReadOnlyDictionary<string, string> MethodBySeller)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SaveDeliveryValidator : AbstractValidator<SaveDelivery>
{
    public SaveDeliveryValidator() => RuleFor(c => c.Details).SetValidator(new CheckoutDetailsValidator());
}

internal sealed class SaveDeliveryHandler(PlatformDb db, CallerAccessor caller, ISender sender, TimeProvider clock)
    : ICommandHandler<SaveDelivery, Result>
{
    public async ValueTask<Result> Handle(SaveDelivery command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await CartLock.FindAsync(db, caller.Caller.BuyerId!, now, cancellation) is not { } cart) return CheckoutErrors.EmptyCart;
        cart.DetailsJson = JsonSerializer.Serialize(command.Details);
        return command.MethodBySeller.Count == 0
            ? Result.Success()
            : await sender.Send(new ChooseShipping(command.MethodBySeller), cancellation);
    }
}
