using System.Globalization;
using FluentValidation;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Marketplace.Sales.Shipping;
using Marketplace.Sales.Shipping.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Fulfilment;

/// <summary>
/// A parcel left: all of what is open, or the quantities named (a part shipment). Answers the shipment's id.
/// </summary>
/// <param name="Lines">Empty: everything still open.</param>
/// <param name="TrackingUrl">Only for a carrier whose page is not known.</param>
[Seller("orders")]
public sealed record ShipOrder(
    string SellerOrderId, IReadOnlyList<LineQuantity> Lines, string CarrierCode, string? TrackingNumber, string? TrackingUrl = null,
    string? IdempotencyKey = null)
    : ICommand<Result<string>>, ISellerTransaction, IIdempotent;

internal sealed class ShipOrderValidator : AbstractValidator<ShipOrder>
{
    public ShipOrderValidator()
    {
        RuleFor(c => c.CarrierCode).NotEmpty().WithMessage("Choose the carrier.").MaximumLength(24);
        RuleFor(c => c.TrackingNumber).MaximumLength(60).WithMessage("A tracking number has at most 60 characters.")
            .Matches(@"^[A-Za-z0-9 .\-/]*$").WithMessage("A tracking number has letters, digits, blanks, dots and dashes.");
        RuleFor(c => c.TrackingUrl).MaximumLength(300).Matches("^https://[^\\s]+$").When(c => !string.IsNullOrEmpty(c.TrackingUrl))
            .WithMessage("A tracking link starts with https://.");
        RuleFor(c => c.Lines).Must(l => l.Count <= 80).WithMessage("Choose the items of this parcel.");
    }
}

internal sealed class ShipOrderHandler(SellerDb db, TimeProvider clock, EventBuffer events, ISettings settings)
    : ICommandHandler<ShipOrder, Result<string>>
{
    public async ValueTask<Result<string>> Handle(ShipOrder command, CancellationToken cancellation)
    {
        if (await PartLock.TakeAsync(db, command.SellerOrderId, cancellation) is not { } part) return FulfilmentErrors.NoSuchOrder;
        if (!part.IsOpen) return FulfilmentErrors.WrongState;
        if (part.CancellationAskedAtUtc is not null) return FulfilmentErrors.CancellationOpen;
        var carrier = await db.Carriers.AsNoTracking().SingleOrDefaultAsync(c => c.Code == command.CarrierCode, cancellation);
        if (carrier is null || (carrier.Code == Carrier.Pickup && part.Pickup is null)) return FulfilmentErrors.NoSuchCarrier;
        var lines = await PartLock.LinesAsync(db, part, cancellation);
        var chosen = Choose(command, lines);
        if (chosen.Count == 0 || !chosen.All(c => c.Line?.Ship(c.Quantity) == true)) return FulfilmentErrors.WrongQuantity;

        var now = clock.GetUtcNow().UtcDateTime;
        var shipment = Parcel(part, carrier, command, now);
        db.Add(shipment);
        foreach (var (line, quantity) in chosen)
        {
            db.Add(new ShipmentLine
            {
                TenantId = part.TenantId, Id = Ids.New(clock), BuyerId = part.BuyerId, ShipmentId = shipment.Id,
                OrderLineId = line!.Id, Quantity = quantity,
            });
        }

        part.Settle(lines, now, TimeSpan.FromDays((await settings.GetAsync(cancellation)).TransitGraceDays));
        db.Add(Timeline.Row(
            part, OrderEventKind.Shipped, OrderActor.Seller, now, clock, $"{carrier.Name} {command.TrackingNumber}".Trim()));
        events.Publish(
            new SellerOrderShipped(
                part.OrderId, part.Id, part.TenantId, part.BuyerId, shipment.Id, part.State == FulfilmentState.Shipped, now),
            part.Id, part.Version + 1, part.TenantId, part.BuyerId);
        return shipment.Id;
    }

    private static List<(OrderLine? Line, int Quantity)> Choose(ShipOrder command, List<OrderLine> lines) =>
        command.Lines.Count == 0
            ? [.. lines.Where(l => l.OpenQuantity > 0).Select(l => ((OrderLine?)l, l.OpenQuantity))]
            : [.. command.Lines.Where(l => l.Quantity != 0)
                .Select(l => (lines.SingleOrDefault(x => x.Id == l.OrderLineId), l.Quantity))];

    private Shipment Parcel(SellerOrder part, Carrier carrier, ShipOrder command, DateTime now)
    {
        var number = string.IsNullOrWhiteSpace(command.TrackingNumber) ? null : command.TrackingNumber.Trim();
        var known = carrier.TrackingUrl is { } page && number is not null
            ? string.Format(CultureInfo.InvariantCulture, page, Uri.EscapeDataString(number))
            : null;
        return new Shipment
        {
            TenantId = part.TenantId, Id = Ids.New(clock), BuyerId = part.BuyerId, OrderId = part.OrderId,
            SellerOrderId = part.Id, CarrierCode = carrier.Code, CarrierName = carrier.Name, TrackingNumber = number,
            TrackingUrl = known ?? (string.IsNullOrWhiteSpace(command.TrackingUrl) ? null : command.TrackingUrl),
            ShippedAtUtc = now,
            ArrivesToDate = WorkingDays.Add(DateOnly.FromDateTime(now), part.TransitDaysMax, part.ShipTo.Country),
        };
    }
}
