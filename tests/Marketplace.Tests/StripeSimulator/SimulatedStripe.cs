using Marketplace.StripeSimulator;
using Stripe;
using Stripe.Checkout;

namespace Marketplace.Tests.StripeSimulator;

/// <summary>A fresh simulator on a free port, its clock standing still until told, and an unchanged client.</summary>
internal sealed class SimulatedStripe : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly HttpClient http = new();

    private SimulatedStripe(SimulatorHost host)
    {
        Host = host;
        Client = new StripeClient(new StripeClientOptions
        {
            ApiKey = "sk_test_simulated",
            ApiBase = host.Url,
            HttpClient = new SystemNetHttpClient(http, maxNetworkRetries: 0, enableTelemetry: false),
        });
    }

    public SimulatorHost Host { get; }
    public StripeClient Client { get; }
    public V1Services V1 => Client.V1;

    public static async Task<SimulatedStripe> StartAsync(Func<SimulatorOptions, SimulatorOptions>? change = null)
    {
        var options = new SimulatorOptions
        {
            TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Start),
            RunDueWorkInBackground = false,
        };
        return new SimulatedStripe(await SimulatorHost.StartAsync(change?.Invoke(options) ?? options));
    }

    public SessionCreateOptions Order(long amountMinor = 11_000, string currency = "eur", string group = "ord_1") =>
        new()
        {
            Mode = "payment",
            ClientReferenceId = group,
            SuccessUrl = "http://localhost/paid?session={CHECKOUT_SESSION_ID}",
            CancelUrl = "http://localhost/cart",
            CustomerEmail = "anna@example.com",
            ExpiresAt = Host.Control.Now.UtcDateTime.AddMinutes(31),
            Metadata = new Dictionary<string, string> { ["order"] = group },
            PaymentIntentData = new SessionPaymentIntentDataOptions
            {
                TransferGroup = group,
                Metadata = new Dictionary<string, string> { ["order"] = group },
            },
            LineItems =
        [
            new SessionLineItemOptions
            {
                Quantity = 1,
                PriceData = new SessionLineItemPriceDataOptions
                {
                    Currency = currency,
                    UnitAmount = amountMinor,
                    ProductData = new SessionLineItemPriceDataProductDataOptions { Name = "Walnut desk lamp" },
                },
            },
        ],
        };

    /// <summary>A paid order; answers the charge that paid it.</summary>
    public async Task<Charge> PaidAsync(
        long amountMinor = 11_000, string card = "4242424242424242", string group = "ord_1")
    {
        var session = await V1.Checkout.Sessions.CreateAsync(Order(amountMinor, group: group));
        Assert.Null(Host.Control.Pay(session.Id, card));
        var paid = await V1.Checkout.Sessions.GetAsync(session.Id);
        var intent = await V1.PaymentIntents.GetAsync(paid.PaymentIntentId);
        return await V1.Charges.GetAsync(intent.LatestChargeId);
    }

    /// <summary>A seller that may be paid.</summary>
    public async Task<Account> SellerAsync(string iban = "DE89370400440532013000")
    {
        var account = await V1.Accounts.CreateAsync(NewSeller());
        Host.Control.Onboard(account.Id, iban);
        return await V1.Accounts.GetAsync(account.Id);
    }

    public static AccountCreateOptions NewSeller() => new()
    {
        Country = "DE",
        Email = "shop@example.com",
        Controller = new AccountControllerOptions
        {
            Fees = new AccountControllerFeesOptions { Payer = "application" },
            Losses = new AccountControllerLossesOptions { Payments = "application" },
            StripeDashboard = new AccountControllerStripeDashboardOptions { Type = "express" },
        },
        Capabilities = new AccountCapabilitiesOptions
        {
            Transfers = new AccountCapabilitiesTransfersOptions { Requested = true },
        },
    };

    public Task<Transfer> TransferAsync(
        Account to, long amountMinor, string? sourceCharge = null, string? key = null) =>
        V1.Transfers.CreateAsync(
            new TransferCreateOptions
            {
                Amount = amountMinor,
                Currency = "eur",
                Destination = to.Id,
                SourceTransaction = sourceCharge,
                TransferGroup = "ord_1",
            },
            new RequestOptions { IdempotencyKey = key });

    public async Task<(long Available, long Pending)> BalanceAsync(string? account = null)
    {
        var balance = await V1.Balance.GetAsync(null, new RequestOptions { StripeAccount = account });
        return (balance.Available.Sum(funds => funds.Amount), balance.Pending.Sum(funds => funds.Amount));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        http.Dispose();
    }
}
