using Marketplace.Accounts.Mailing.Model;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Money;
using Marketplace.Money.Ledger;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Payments.Model;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Sales.Crash;

/// <summary>
/// Two shops beside a Stripe that lives on, and an application whose plug is pulled: with one buyer at the first step
/// of what is tried, with the next buyer at the second, and so on until one gets through.
/// </summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    private long _bookedBefore;

    private CrashWorld(PowerPlug plug, SalesWorld market) => (Plug, Market) = (plug, market);

    public PowerPlug Plug { get; }

    public SalesWorld Market { get; }

    public TestHost Host => Market.Host;

    /// <summary>The buyer of this round.</summary>
    public Shopper Shopper { get; private set; } = null!;

    /// <param name="prepare">Goes through without harm.</param>
    /// <param name="attempt">Is killed at each of its steps in turn.</param>
    /// <param name="goOn">What people and clocks do once the application is back.</param>
    /// <param name="check">What must be true then.</param>
    /// <param name="atLeast">As many steps there are, so that a test which kills nothing is no test.</param>
    public static async Task KillAtEveryStepAsync(Func<CrashWorld, Task> prepare, Func<CrashWorld, Task> attempt,
        Func<CrashWorld, Task> goOn, Func<CrashWorld, Task> check, int atLeast)
    {
        var plug = new PowerPlug();
        await using var world = new CrashWorld(plug, await SalesWorld.OpenBesideStripeAsync(plug.Wire));
        var step = 0;
        for (var gotThrough = false; !gotThrough;)
        {
            await world.BeginRoundAsync(++step);
            await prepare(world);
            gotThrough = await world.SurvivesAsync(step, attempt);
            var place = plug.Last;
            try
            {
                await world.StartAgainAsync();
                await goOn(world);
                await world.SettleAsync();
                await check(world);
                await world.CheckNothingLiesAboutAsync();
            }
            catch (Exception exception) when (!gotThrough)
            {
                throw new InvalidOperationException($"Killed at step {place}.", exception);
            }
        }

        await world.CheckBooksAsync();
        await world.Host.Services.CheckInvariantsAsync();
        TestContext.Current.SendDiagnosticMessage($"Killed at {step - 1} steps.");
        Assert.True(step > atLeast, $"There were {step - 1} steps only.");
    }

    /// <summary>Webhooks, jobs and events until nothing moves.</summary>
    public async Task SettleAsync()
    {
        for (var minute = 0; minute < 2; minute++)
        {
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
            foreach (var job in (string[])["resume-checkouts", "release-holdings", "start-transfers"]) await Host.RunJobAsync(job);
            await Market.Stripe.SettleAsync();
        }
    }

    /// <summary>The mails that this round's buyer got.</summary>
    public Task<List<QueuedMail>> MailsAsync() => Host.WithPlatformAsync(db => db.Set<QueuedMail>().AsNoTracking()
        .Where(m => m.Recipient == Shopper.Email).OrderBy(m => m.Id).ToListAsync());

    /// <summary>By how much this round changed what the books say the platform has at Stripe.</summary>
    public async Task<long> BookedAsync() => await BalanceAsync() - _bookedBefore;

    public async Task CountFromHereAsync() => _bookedBefore = await BalanceAsync();

    public async ValueTask DisposeAsync() => await Market.DisposeAsync();

    private async Task BeginRoundAsync(int round)
    {
        Plug.PutIn(0);
        var buyer = new Caller(PersonId: Ids.From("person", $"{round}"), BuyerId: Ids.From("buyer", $"{round}"));
        Shopper = new Shopper(Market, buyer, $"round-{round}@example.org");
        await Market.CountStockAsync(SalesWorld.Mug, 10);
        await Market.CountStockAsync(SalesWorld.Pack, 1);
        await Shopper.FillBasketAsync();
        await CountFromHereAsync();
    }

    private async Task<bool> SurvivesAsync(int step, Func<CrashWorld, Task> attempt)
    {
        Plug.PutIn(step);
        try
        {
            await attempt(this);
        }
        catch (PowerCut)
        {
            // As wanted; one that was swallowed on its way up shows by the plug.
        }

        return !Plug.IsOut;
    }

    /// <summary>After as long as a lease of the dead lasts.</summary>
    private async Task StartAgainAsync()
    {
        Plug.PutIn(0);
        await Host.RestartAsync();
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private async Task<long> BalanceAsync()
    {
        var postings = await Host.WithPlatformAsync(db => db.LedgerPostings.AsNoTracking().ToListAsync());
        return postings.Where(p => p.DebitAccount == LedgerAccounts.Stripe).Sum(p => p.AmountMinor)
            - postings.Where(p => p.CreditAccount == LedgerAccounts.Stripe).Sum(p => p.AmountMinor);
    }

    private Task<int> CheckNothingLiesAboutAsync() => Host.WithPlatformAsync(async db =>
    {
        Assert.Empty(await db.Set<OutboxRow>().Where(r => r.State != OutboxState.Done).Select(r => r.LastError).ToListAsync());
        Assert.Empty(await db.Set<PaymentCommand>().Where(c => c.State == PaymentCommandState.New).Select(c => c.LastError).ToListAsync());
        Assert.Empty(await db.Set<StripeEvent>()
            .Where(e => e.State == StripeEventState.Waiting || e.State == StripeEventState.Dead).Select(e => e.LastError).ToListAsync());
        return 0;
    });

    /// <summary>The books agree with Stripe's own.</summary>
    private async Task CheckBooksAsync()
    {
        var movements = await Host.Services.GetRequiredService<IProcessorBooks>().ListMovementsAsync(DateTime.UnixEpoch, default);
        Assert.Equal(movements.Sum(m => m.AmountMinor), await BalanceAsync());
    }
}
