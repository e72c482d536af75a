using FluentValidation;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Mediator;

namespace Marketplace.Sales.Fulfilment;

/// <summary>
/// The seller sends to another address, because the buyer asked for it; the buyer is told by mail, with the address before.
/// Only before anything was shipped, and only where neither tax nor delivery could change: within the country, and within
/// the state where it has states. Errors: <c>order.wrong-state</c>, <c>order.other-country</c>.
/// </summary>
[Seller("orders")]
public sealed record ChangeDeliveryAddress(string SellerOrderId, Address Address) : ICommand<Result>, ISellerTransaction;

internal sealed class ChangeDeliveryAddressValidator : AbstractValidator<ChangeDeliveryAddress>
{
    public ChangeDeliveryAddressValidator() => RuleFor(c => c.Address).SetValidator(new AddressValidator());
}

internal sealed class ChangeDeliveryAddressHandler(SellerDb db, TimeProvider clock, EventBuffer events)
    : ICommandHandler<ChangeDeliveryAddress, Result>
{
    public async ValueTask<Result> Handle(ChangeDeliveryAddress command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        var (before, after) = (part.ShipTo, command.Address with { Postcode = Postcodes.Tidy(command.Address.Postcode) });
        if (after.Country != before.Country
            || (Postcodes.NeedsRegion(before.Country) && after.Region != before.Region)) return FulfilmentErrors.OtherCountry;
        if (after == before) return Result.Success();
        if (!part.SendTo(after)) return FulfilmentErrors.WrongState;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(Timeline.Row(part, OrderEventKind.AddressChanged, OrderActor.Seller, now, clock, OneLine(after)));
        events.Publish(
            new DeliveryAddressChanged(
                part.OrderId, part.Id, part.TenantId, part.BuyerId, OneLine(before), OneLine(after), now),
            part.Id, part.Version + 1, part.TenantId, part.BuyerId);
        return Result.Success();
    }

    private static string OneLine(Address a) => string.Join(", ", new[]
    {
        a.Name, a.Company, a.Line1, a.Line2, $"{a.Postcode} {a.City}".Trim(), a.Region, a.Country,
    }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
