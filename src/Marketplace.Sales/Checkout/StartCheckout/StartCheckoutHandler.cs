using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions;
using Marketplace.Money.Commissions.Contracts;
using Marketplace.Money.Payments;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Marketplace.Sales.Orders;
using Marketplace.Sales.Shipping.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Checkout.StartCheckout;

internal sealed class StartCheckoutHandler(
    PlatformDb db, CallerAccessor caller, ISender sender, TimeProvider clock, ISettings settings)
    : ICommandHandler<StartCheckout, Result<StartedCheckout>>
{
    public async ValueTask<Result<StartedCheckout>> Handle(StartCheckout command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var buyerId = caller.Caller.BuyerId!;
        if (await CartLock.FindAsync(db, buyerId, now, cancellation) is not { } cart) return CheckoutErrors.EmptyCart;

        var asked = await sender.Send(Question(command, buyerId), cancellation);
        if (!asked.Ok) return asked.Error;
        var priced = asked.Value;
        var hash = OrderDraft.ContentHash(priced, command.Details);
        if (await OpenOrderAsync(cart, cancellation) is { } open)
        {
            return open.ContentHash == hash && open.ExpiresAtUtc > now + CheckoutTimes.LastMoment
                ? new StartedCheckout(open.Id, IsResumed: true)
                : CheckoutErrors.AlreadyOpen(open.Id);
        }

        if (Refusal(priced, command) is { } refusal) return refusal;
        var orderId = Ids.New(clock);
        var expiresAt = now + CheckoutTimes.PageOpen;
        var reserved = await ReserveAsync(orderId, priced, expiresAt, cancellation);
        if (reserved is not null) return reserved;

        var commissions = await sender.Send(CommissionsOf(priced), cancellation);
        if (!commissions.Ok) return commissions.Error;
        var holdDays = (await settings.GetAsync(cancellation)).HoldDays;
        var draft = OrderDraft.Make(
            new DraftInput(
                orderId, buyerId, caller.Caller.PersonId is null, priced, command.Details, command.Locale, hash, now,
                expiresAt, holdDays),
            commissions.Value, clock);
        db.Add(draft.Order);
        foreach (var row in draft.Rows) db.Add(row);
        cart.OpenOrderId = orderId;
        var payment = await sender.Send(PaymentOf(draft, priced, command, expiresAt), cancellation);
        return payment.Ok ? new StartedCheckout(orderId, IsResumed: false) : payment.Error;
    }

    private static PriceCart Question(StartCheckout command, string buyerId)
    {
        var to = command.Details.ShipTo;
        return new PriceCart(
            buyerId, new Destination(to.Country, to.Region, Postcodes.Tidy(to.Postcode)), command.CurrencyCode, command.Changes);
    }

    private async Task<Order?> OpenOrderAsync(BuyerCart cart, CancellationToken cancellation) =>
        cart.OpenOrderId is { } id
            ? await db.Orders.AsNoTracking()
                .SingleOrDefaultAsync(o => o.Id == id && o.State == OrderState.AwaitingPayment, cancellation)
            : null;

    private static Error? Refusal(PricedCart priced, StartCheckout command)
    {
        if (priced.Sellers.Count == 0) return CheckoutErrors.EmptyCart;
        if (!priced.IsReady)
            return CheckoutErrors.ItemsUnavailable(priced.Problems.Select(l => (l.OfferId, l.CountedQuantity)));
        if (priced.TotalMinor != command.ExpectedTotalMinor)
            return CheckoutErrors.TotalChanged(new Amount(priced.TotalMinor, priced.CurrencyCode));
        var least = Currency.Of(priced.CurrencyCode).MinimumChargeMinor;
        return priced.TotalMinor < least ? CheckoutErrors.BelowMinimum(new Amount(least, priced.CurrencyCode)) : null;
    }

    private async Task<Error?> ReserveAsync(
        string orderId, PricedCart priced, DateTime untilUtc, CancellationToken cancellation)
    {
        var lines = priced.Sellers.SelectMany(s => s.Lines)
            .Select(l => new StockLine(l.TenantId, l.OfferId, l.CountedQuantity)).ToList();
        var reserved = await sender.Send(new ReserveStock(orderId, lines, untilUtc), cancellation);
        if (!reserved.Ok) return reserved.Error;
        return reserved.Value.Shortages.Count == 0
            ? null
            : CheckoutErrors.ItemsUnavailable(reserved.Value.Shortages.Select(s => (s.OfferId, s.Available)));
    }

    private static ResolveCommissions CommissionsOf(PricedCart priced) => new(
        [
            .. priced.Sellers.SelectMany(s => s.Lines.Select(l => new CommissionableLine(
                l.OfferId, s.TenantId, s.Country, l.CategoryPath, l.Tax!.NetMinor))),
        ],
        priced.CurrencyCode);

    private static RequestPayment PaymentOf(OrderDraft draft, PricedCart priced, StartCheckout command, DateTime expiresAtUtc)
    {
        var order = Ids.Public("ord", draft.Order.Id);
        var back = $"{command.SiteUrl}/checkout/return?"
            + (command.ReturnsByLink ? "link=" + OrderLinks.Token(draft.Order.Id, draft.Order.LinkKey) : "order=" + order);
        return new RequestPayment(
            draft.Order.Id, draft.Order.BuyerId, draft.Order.CurrencyCode, OrderDraft.PaymentLines(priced),
            back, command.ReturnsByLink ? back : $"{command.SiteUrl}/checkout?back={order}", expiresAtUtc, draft.Order.Email);
    }
}
