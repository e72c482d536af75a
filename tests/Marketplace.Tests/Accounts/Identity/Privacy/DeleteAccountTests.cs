using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Privacy;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.AddressBook;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Tests.Sales;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts.Identity.Privacy;

public sealed class DeleteAccountTests
{
    [Fact]
    public async Task After_fourteen_days_and_when_the_parcels_are_there_nothing_names_the_person_any_more()
    {
        await using var world = await SalesWorld.OpenAsync();
        var host = world.Host;
        var ana = await host.PersonAsync("ana");
        var order = await world.BuyAsync(ana);
        await host.SendAsync(ana, new SaveAddress(null, SalesWorld.Delft, null, false));
        (await host.SendAsync(ana, new RequestDeletion())).Done();
        foreach (var shop in (string[])[SalesWorld.Kiln, SalesWorld.Trail])
            await host.SendAsync(SalesWorld.Staff(shop), new ShipOrder((await world.PartAsync(order, shop)).Id, [], "dhl", null));
        await host.DrainAsync();

        host.Clock.Advance(TimeSpan.FromDays(14));
        await host.RunJobAsync("delete-accounts");
        Assert.Equal("Ana", (await PersonAsync(host, ana)).Name);
        await host.RunJobAsync("run-order-clocks");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.RunJobAsync("delete-accounts");
        await host.DrainAsync();
        await host.RunJobAsync("send-mail");
        await host.RunJobAsync("delete-accounts");

        var person = await PersonAsync(host, ana);
        Assert.Equal((Erased.Name, true, true), (person.Name, person.DisabledAtUtc is not null, person.PasswordHash is null));
        var kept = await world.OrderAsync(order);
        Assert.Equal((Erased.Email, Erased.Name, "", "NL"), (kept.Email, kept.ShipTo.Name, kept.ShipTo.Line1, kept.ShipTo.Country));
        Assert.Equal(12645 + 0, kept.TotalMinor);
        var part = await world.PartAsync(order, SalesWorld.Kiln);
        Assert.Equal((Erased.Name, Erased.Name), (part.BuyerName, part.ShipTo.Name));
        Assert.Empty(await host.WithPlatformAsync(db => db.Set<SavedAddress>().ToListAsync()));
        Assert.Empty(await host.WithPlatformAsync(db => db.Set<PersonSession>().Where(s => s.PersonId == ana.PersonId).ToListAsync()));
        Assert.DoesNotContain(
            await host.WithPlatformAsync(db => db.Set<QueuedMail>().AsNoTracking().ToListAsync()),
            m => (m.Recipient + m.Text) is var said && (said.Contains("ana@", StringComparison.Ordinal) || said.Contains("mara@", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_only_owner_of_a_shop_hands_over_first_and_so_does_the_platforms()
    {
        await using var host = await TestHost.StartAsync();
        await host.ShopAsync("kiln", "vera");
        var ada = await host.AdminAsync();

        Assert.Equal(PrivacyErrors.LastOwner, (await host.SendAsync(await host.CallerAsync("vera"), new RequestDeletion())).Error);
        Assert.Equal(PrivacyErrors.LastAdmin, (await host.SendAsync(ada, new RequestDeletion())).Error);
    }

    [Fact]
    public async Task Whoever_thinks_again_keeps_the_account_by_the_page_or_by_the_mails_link()
    {
        await using var host = await TestHost.StartAsync();
        var (ana, ben) = (await host.PersonAsync("ana"), await host.PersonAsync("ben"));
        Assert.Equal(PrivacyErrors.NothingToCancel, (await host.SendAsync(ana, new CancelDeletion())).Error);
        foreach (var person in new[] { ana, ben }) (await host.SendAsync(person, new RequestDeletion())).Done();

        (await host.SendAsync(ana, new CancelDeletion())).Done();
        var mail = Assert.Single(await host.MailsToAsync("ben@example.com"));
        var token = Uri.UnescapeDataString(AccountsWorld.SecretIn(mail, "/keep-account/"));
        Assert.Equal(PrivacyErrors.NothingToCancel, (await host.SendAsync(Caller.Anonymous, new KeepAccount("x"))).Error);
        (await host.SendAsync(Caller.Anonymous, new KeepAccount(token))).Done();
        host.Clock.Advance(TimeSpan.FromDays(15));
        await host.RunJobAsync("delete-accounts");

        Assert.Equal("Ana", (await PersonAsync(host, ana)).Name);
        Assert.Equal("Ben", (await PersonAsync(host, ben)).Name);
    }

    private static Task<Person> PersonAsync(TestHost host, Caller caller) =>
        host.WithPlatformAsync(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == caller.PersonId));
}
