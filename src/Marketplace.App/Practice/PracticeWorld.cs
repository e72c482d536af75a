using Marketplace.Accounts.Identity.Contracts;
using Marketplace.App.Seeding;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Pricing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money.Settlement;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Checkout;
using Marketplace.Sales.Checkout.StartCheckout;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Orders;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Sales.Shipping.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.App.Practice;

/// <summary>
/// A marketplace of its own for one seller to practise in: the product's messages on an own database, clock and bank, so
/// that nothing of it can reach anything real. It stands still until somebody turns its clock.
/// </summary>
public sealed class PracticeWorld : IAsyncDisposable
{
    private const string Site = "https://practice.invalid";
    private static readonly string[] DailyJobs =
        ["run-order-clocks", "release-holdings", "start-transfers", "run-payment-commands", "sync-pending-payments", "import-payouts"];

    private static readonly Caller Buyer = new(BuyerId: Ids.From("practice", "buyer"));

    private readonly PracticeParts _parts;
    private readonly ServiceProvider _services;
    private readonly SeedSender _sender;
    private readonly Caller _owner;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _orderId;

    private PracticeWorld(PracticeParts parts, ServiceProvider services, string tenantId)
    {
        (_parts, _services, _sender) = (parts, services, new SeedSender(services));
        _owner = new Caller(
            PersonId: Ids.From("practice", "owner"), TenantId: tenantId, SellerPermissions: SellerPermissions.Of(SellerRole.Owner),
            ProvedAtUtc: DateTime.MaxValue);
        TenantId = tenantId;
    }

    public string TenantId { get; }

    /// <summary>Null where the shop has nothing published to practise with.</summary>
    /// <param name="real">Only read, and only while this runs.</param>
    public static async Task<PracticeWorld?> OpenAsync(
        PracticeParts parts, IServiceProvider real, string tenantId, CancellationToken cancellation)
    {
        var world = new PracticeWorld(parts, PracticeServices.Build(parts), tenantId);
        await using var from = real.CreateAsyncScope();
        from.ServiceProvider.GetRequiredService<CallerAccessor>().Set(Caller.System);
        var copied = await world._sender.ReadAsync(to => new CopyShop(
            from.ServiceProvider.GetRequiredService<PlatformDb>(), to, tenantId)
            .RunAsync(parts.Clock.GetUtcNow().UtcDateTime, cancellation));
        if (copied) return world;
        await world.DisposeAsync();
        return null;
    }

    /// <summary>The seller buys one piece from itself: basket, checkout, the bank's page with a test card, back.</summary>
    public Task<Result> BuyAsync(string offerId, CancellationToken cancellation) => TakeTurnAsync(async () =>
    {
        if (await MarketAsync(offerId, cancellation) is not { } market) return PracticeErrors.NowhereToSend;
        var (to, currency, total) = market;
        await OpenAccountAsync(cancellation);
        var started = await _sender.SendAsync(
            Buyer, new StartCheckout(null, total, currency, Details(to), [], "en", Site), cancellation);
        var page = await _sender.SendAsync(Buyer, new OpenPaymentPage(started.OrderId), cancellation);
        await _parts.Bank.PayAsync(page[(page.LastIndexOf('/') + 1)..], "practice@example.com", cancellation);
        await _sender.SendAsync(Buyer, new ConfirmPayment(started.OrderId), cancellation);
        _orderId = started.OrderId;
        await LiveOnAsync(cancellation);
        return Result.Success();
    });

    public Task<Result> AcceptAsync(CancellationToken cancellation) =>
        DoAsync(part => _sender.SendAsync(_owner, new AcceptOrder(part), cancellation), FulfilmentState.Placed, cancellation);

    public Task<Result> ShipAsync(CancellationToken cancellation) => DoAsync(
        part => _sender.SendAsync(_owner, new ShipOrder(part, [], "dhl", "PRACTICE1"), cancellation),
        FulfilmentState.Accepted, cancellation);

    /// <summary>The carrier says that it has arrived.</summary>
    public Task<Result> DeliverAsync(CancellationToken cancellation) => DoAsync(
        part => _sender.SendAsync(Caller.System, new ConfirmDelivery(part, DeliveredBy.Carrier), cancellation),
        FulfilmentState.Shipped, cancellation);

    /// <summary>Day by day, so that everything happens when it is due.</summary>
    public Task<Result> ForwardAsync(int days, CancellationToken cancellation) => TakeTurnAsync(async () =>
    {
        for (var day = 0; day < Math.Clamp(days, 1, 31); day++)
        {
            _parts.Clock.Advance(TimeSpan.FromDays(1));
            await LiveOnAsync(cancellation);
        }

        return Result.Success();
    });

    public async Task<PracticeView> ReadAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var offers = await _sender.ReadAsync(db => Offers(db).Take(20).ToListAsync(cancellation));
            var money = await _sender.AskAsync(_owner, new GetSellerMoney(), cancellation);
            var part = await PartAsync(cancellation);
            var order = part is null ? null : (await _sender.AskAsync(_owner, new GetSellerOrder(part), cancellation)).Part;
            var share = part is null ? null : await _sender.AskAsync(_owner, new GetSellerOrderMoney(part), cancellation);
            return new PracticeView(_parts.Clock.GetUtcNow().UtcDateTime, offers, order, share, money);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _parts.DisposeAsync();
        _turn.Dispose();
    }

    private Task<Result> DoAsync(Func<string, Task> deed, FulfilmentState from, CancellationToken cancellation) =>
        TakeTurnAsync(async () =>
        {
            // A second click, or one in another tab: the first has done it.
            if (await PartAsync(cancellation) is not { } part) return PracticeErrors.NoOrder;
            if ((await _sender.AskAsync(_owner, new GetSellerOrder(part), cancellation)).Part.State != from) return PracticeErrors.NotNow;
            await deed(part);
            await LiveOnAsync(cancellation);
            return Result.Success();
        });

    private async Task<Result> TakeTurnAsync(Func<Task<Result>> work)
    {
        await _turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task LiveOnAsync(CancellationToken cancellation)
    {
        await _parts.Bank.SettleAsync(cancellation);
        await _sender.DrainAsync(cancellation);
        var jobs = _services.GetRequiredService<JobRunner>();
        foreach (var job in DailyJobs) await jobs.RunAsync(job, cancellation);
        await _sender.DrainAsync(cancellation);
    }

    private async Task OpenAccountAsync(CancellationToken cancellation)
    {
        if ((await _sender.AskAsync(_owner, new GetPayoutAccount(), cancellation)).IsReady) return;
        await _sender.SendAsync(
            _owner, new StartPayoutOnboarding(Site + "/back", Site + "/again", "practice@example.com"), cancellation);
        var account = (await _sender.AskAsync(
            Caller.System, new Accounts.Sellers.Contracts.GetSellers([TenantId]), cancellation)).Single().PayoutAccountId!;
        await _parts.Bank.OnboardAsync(account, cancellation);
        await _sender.SendAsync(_owner, new RefreshPayoutAccount(), cancellation);
    }

    private Task<string?> PartAsync(CancellationToken cancellation) => _orderId is null
        ? Task.FromResult<string?>(null)
        : _sender.ReadAsync(db => db.Set<Sales.Model.SellerOrder>().Where(p => p.OrderId == _orderId)
            .Select(p => (string?)p.Id).SingleOrDefaultAsync(cancellation));

    /// <summary>A country and currency in which this offer can be bought, and what the basket comes to there.</summary>
    private async Task<(Destination To, string Currency, long TotalMinor)?> MarketAsync(string offerId, CancellationToken cancellation)
    {
        var currencies = await _sender.ReadAsync(db => db.OfferPrices
            .Where(p => p.OfferId == offerId).OrderBy(p => p.CurrencyCode).Select(p => p.CurrencyCode).Take(10).ToListAsync(cancellation));
        var places = await _sender.ReadAsync(db => db.Set<ShippingZone>().OrderBy(z => z.Id).Take(20).ToListAsync(cancellation));
        var countries = places.SelectMany(z => z.Places).Select(p => p.Split('-')[0]).Select(p => p == "*" ? "NL" : p)
            .Distinct().Take(12).ToList();
        foreach (var currency in currencies)
        {
            foreach (var old in await CartAsync(cancellation))
                await _sender.SendAsync(Buyer, new ChangeQuantity(old, 0), cancellation);
            await _sender.SendAsync(Buyer, new AddToCart(offerId, 1, currency), cancellation);
            foreach (var country in countries)
            {
                var to = PracticeAddress.In(country);
                var cart = await _sender.AskAsync(Buyer, new GetCart(to, currency), cancellation);
                if (cart.IsReady) return (to, currency, cart.TotalMinor);
            }
        }

        return null;
    }

    private Task<List<string>> CartAsync(CancellationToken cancellation) => _sender.ReadAsync(db =>
        db.Set<Sales.Model.CartLine>().Where(l => l.BuyerId == Buyer.BuyerId).Select(l => l.OfferId).ToListAsync(cancellation));

    private static CheckoutDetails Details(Destination to) => new()
    {
        Email = "practice@example.com",
        ShipTo = new Address
        {
            Name = "You, practising", Line1 = "Main Street 1", City = "Town", Postcode = to.Postcode ?? "", Region = to.Region,
            Country = to.Country,
        },
    };

    private static IQueryable<PracticeOffer> Offers(PlatformDb db)
    {
        var (listings, prices) = (db.PublishedListings, db.OfferPrices);
        return db.Offers.OrderByDescending(o => o.Id).Select(o => new PracticeOffer(
            o.Id, listings.Where(l => l.Id == o.ListingId).Select(l => l.Title).First(), o.OptionsText,
            listings.Where(l => l.Id == o.ListingId).Select(l => l.PictureRef).First(),
            prices.Where(p => p.OfferId == o.Id).OrderBy(p => p.CurrencyCode).Select(p => p.CurrencyCode).FirstOrDefault() ?? "",
            prices.Where(p => p.OfferId == o.Id).OrderBy(p => p.CurrencyCode).Select(p => p.PriceMinor).FirstOrDefault()));
    }
}
