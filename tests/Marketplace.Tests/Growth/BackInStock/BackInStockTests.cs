using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Growth.BackInStock;
using Marketplace.Growth.BackInStock.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Catalog;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Catalog.CatalogWorld;

namespace Marketplace.Tests.Growth.BackInStock;

public sealed class BackInStockTests
{
    private const string Job = "tell-back-in-stock";
    private const string Eve = "eve@example.org";

    [Fact]
    public async Task Who_waits_is_told_once_when_it_is_back()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await SoldOutMugAsync(world));
        var (ana, ben) = (await host.PersonAsync("ana"), await host.PersonAsync("ben"));
        foreach (var person in (Caller[])[ben, ana, ben])
        {
            Assert.Equal(StockRequestState.Waiting, (await host.SendAsync(person, new AskForStock(mug, null))).Required());
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await host.RunJobAsync(Job);
        Assert.Empty(await host.MailsToAsync("ana@example.com"));
        Assert.Equal(2, (await host.SendAsync(Potter, new CountWaiting())).Required()[mug]);
        Assert.Empty((await host.SendAsync(KilnMaster, new CountWaiting())).Required());
        await StockAsync(world, mug, 1);
        for (var i = 0; i < 2; i++) await host.RunJobAsync(Job);

        var mails = await host.WithPlatformAsync(db => db.Mails.Where(m => m.Key.StartsWith("back-in-stock/"))
            .Select(m => m.Recipient).ToListAsync());
        Assert.Equal(["ana@example.com", "ben@example.com"], mails.Order());
        Assert.Contains($"?v={mug}", (await host.MailsToAsync("ana@example.com"))[0].Text);
        Assert.Empty((await host.SendAsync(Potter, new CountWaiting())).Required());
    }

    [Fact]
    public async Task Who_asked_first_is_told_first()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await SoldOutMugAsync(world));
        for (var i = 60; i > 0; i--)
        {
            var asked = host.Clock.GetUtcNow().UtcDateTime.AddMinutes(i);
            await host.WithPlatformAsync(db =>
            {
                db.Add(new StockRequest
                {
                    Id = $"r{asked:HHmm}", TenantId = Pottery, OfferId = mug, Email = $"{i}@example.org", AskedAtUtc = asked,
                    ConfirmedAtUtc = asked,
                });
                return db.SaveChangesAsync();
            });
        }

        await StockAsync(world, mug, 1);
        Assert.Equal(TellWaitingHandler.Batch, (await host.SendAsync(Caller.System, new TellWaiting())).Required());

        var left = await host.WithPlatformAsync(db => db.StockRequests.Where(r => r.ToldAtUtc == null).Select(r => r.Email).ToListAsync());
        Assert.Equal(Enumerable.Range(51, 10).Select(i => $"{i}@example.org"), left.Order());
    }

    [Fact]
    public async Task A_typed_address_is_only_told_after_it_has_said_yes_and_no_more_once_it_says_no()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await SoldOutMugAsync(world));

        for (var i = 0; i < 2; i++)
            Assert.Equal(
                StockRequestState.ToBeConfirmed,
                (await host.SendAsync(Caller.Anonymous, new AskForStock(mug, i == 0 ? Eve : " EVE@example.org "))).Required());
        var mail = Assert.Single(await host.MailsToAsync(Eve));
        var token = Uri.UnescapeDataString(SecretIn(mail));
        await StockAsync(world, mug, 1);
        await host.RunJobAsync(Job);
        Assert.Single(await host.MailsToAsync(Eve));
        await StockAsync(world, mug, -1);

        Assert.Equal(StockRequestState.ToBeConfirmed, (await host.SendAsync(Caller.Anonymous, new ReadStockRequest(token))).Required().State);
        for (var i = 0; i < 2; i++) Assert.True((await host.SendAsync(Caller.Anonymous, new ConfirmStockRequest(token))).Ok);
        Assert.Equal(StockRequestState.Waiting, (await host.SendAsync(Caller.Anonymous, new ReadStockRequest(token))).Required().State);
        await StockAsync(world, mug, 1);
        await host.RunJobAsync(Job);
        Assert.Single(await host.MailsToAsync(Eve), m => m.Subject.StartsWith("Back in stock", StringComparison.Ordinal));
        Assert.Equal(StockRequestState.Told, (await host.SendAsync(Caller.Anonymous, new ReadStockRequest(token))).Required().State);

        await StockAsync(world, mug, -1);
        Assert.Equal(StockRequestState.Waiting, (await host.SendAsync(Caller.Anonymous, new AskForStock(mug, Eve))).Required());
        for (var i = 0; i < 2; i++) Assert.True((await host.SendAsync(Caller.Anonymous, new EndStockRequest(token))).Ok);
        await StockAsync(world, mug, 1);
        await host.RunJobAsync(Job);
        Assert.Equal(2, (await host.MailsToAsync(Eve)).Count);
        Assert.Equal("stock-request.no-link", (await host.SendAsync(Caller.Anonymous, new ReadStockRequest(token))).Error?.Code);
    }

    [Fact]
    public async Task What_is_for_sale_or_gone_is_not_waited_for_and_no_link_is_guessed()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await SoldOutMugAsync(world));

        Assert.Equal("stock-request.no-offer", (await host.SendAsync(Caller.Anonymous, new AskForStock("01no", Eve))).Error?.Code);
        Assert.Equal("stock-request.no-address", (await host.SendAsync(Caller.Anonymous, new AskForStock(mug, null))).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(Caller.Anonymous, new AskForStock(mug, "nobody"))).Error?.Code);
        await StockAsync(world, mug, 1);
        Assert.Equal("stock-request.in-stock", (await host.SendAsync(Caller.Anonymous, new AskForStock(mug, Eve))).Error?.Code);
        Assert.Equal("stock-request.no-link", (await host.SendAsync(Caller.Anonymous, new ConfirmStockRequest("01no"))).Error?.Code);
        Assert.Equal("stock-request.no-link", (await host.SendAsync(Caller.Anonymous, new EndStockRequest("01no"))).Error?.Code);
    }

    [Fact]
    public async Task An_address_gets_few_unanswered_mails_a_day_and_waits_for_a_hundred_things_at_most()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await SoldOutMugAsync(world));
        await FillAsync(host, "bothered@example.org", 3, confirmed: false);
        await FillAsync(host, "full@example.org", 100, confirmed: true);

        Assert.Equal(
            StockRequestState.ToBeConfirmed,
            (await host.SendAsync(Caller.Anonymous, new AskForStock(mug, "bothered@example.org"))).Required());
        Assert.Empty(await host.MailsToAsync("bothered@example.org"));
        Assert.Equal(
            "stock-request.too-many", (await host.SendAsync(Caller.Anonymous, new AskForStock(mug, "full@example.org"))).Error?.Code);
    }

    [Fact]
    public async Task What_was_never_confirmed_or_told_long_ago_is_forgotten_and_what_waits_stays()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await SoldOutMugAsync(world));
        await FillAsync(host, Eve, 1, confirmed: false);
        await host.SendAsync(await host.PersonAsync("ana"), new AskForStock(mug, null));

        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.RunJobAsync(Job);
        Assert.Equal(["ana@example.com"], await AddressesAsync(host));
        await StockAsync(world, mug, 1);
        await host.RunJobAsync(Job);
        host.Clock.Advance(TimeSpan.FromDays(31));
        await host.RunJobAsync(Job);
        Assert.Empty(await AddressesAsync(host));
    }

    [Fact]
    public async Task A_persons_copy_names_what_it_waits_for_and_its_deletion_ends_it()
    {
        await using var world = await StartAsync();
        var (host, mug) = (world.Host, await SoldOutMugAsync(world));
        var ana = await host.PersonAsync("ana");
        await host.SendAsync(ana, new AskForStock(mug, null));
        await FillAsync(host, Eve, 1, confirmed: true);

        await using var scope = host.ScopeFor(Caller.System);
        var sheets = await scope.ServiceProvider.GetServices<IPersonalData>().OfType<BackInStockData>().Single()
            .ReadAsync(new DataSubject(ana.PersonId!, ana.BuyerId!, "ana@example.com"), default);
        Assert.Single(sheets[0].Rows);
        await host.SendAsync(Caller.System, new ForgetWaiting(ana.BuyerId!));
        Assert.Equal([Eve], await AddressesAsync(host));
    }

    private static async Task<string> SoldOutMugAsync(CatalogWorld world)
    {
        var saved = await world.PublishAsync(Potter, world.Mug());
        await world.Host.DrainAsync();
        var mug = (await world.ReadAsync(Potter, saved.ListingId)).Draft.Variants[0].Id!;
        await StockAsync(world, mug, -5);
        return mug;
    }

    private static async Task StockAsync(CatalogWorld world, string offer, int units) => Assert.True((await world.Host.SendAsync(
        Potter, new ChangeStock([new StockChange(offer, null, units)], StockReason.Corrected, ""))).Ok);

    private static string SecretIn(Marketplace.Kernel.Ports.Mail mail) => AccountsWorld.SecretIn(mail, "/back-in-stock/").Trim();

    private static Task<List<string>> AddressesAsync(TestHost host) =>
        host.WithPlatformAsync(db => db.StockRequests.Select(r => r.Email).ToListAsync());

    private static Task FillAsync(TestHost host, string email, int count, bool confirmed) => host.WithPlatformAsync(db =>
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        for (var i = 0; i < count; i++)
            db.Add(new StockRequest
            {
                Id = $"r-{email[..3]}-{i}", TenantId = Pottery, OfferId = $"o-{i}", Email = email, AskedAtUtc = now,
                ConfirmedAtUtc = confirmed ? now : null,
            });
        return db.SaveChangesAsync();
    });
}
