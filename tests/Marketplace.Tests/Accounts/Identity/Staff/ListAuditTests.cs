using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Identity.Staff;

public sealed class ListAuditTests
{
    [Fact]
    public async Task Lines_are_found_by_who_what_and_when()
    {
        await using var host = await TestHost.StartAsync();
        var (admin, other) = (await host.AdminAsync(), await host.AdminAsync(AdminRole.Operations));
        var shop = await host.ShopAsync("kiln", "ana");
        (await host.SendAsync(admin, new AgreeTerms(shop.TenantId!, 850, null))).Done();
        host.Clock.Advance(TimeSpan.FromDays(2));
        (await host.SendAsync(other, new SuspendSeller(shop.TenantId!, "Parcels never arrive."))).Done();
        var (first, later) = (new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 4));

        var byMail = await FindAsync(new ListAudit(Actor: "ADMIN-owner@example.com"));
        var byId = await FindAsync(new ListAudit(Actor: other.PersonId));
        var nobody = await FindAsync(new ListAudit(Actor: "nobody@example.com"));
        var before = await FindAsync(new ListAudit(Until: later.AddDays(-1)));
        var after = await FindAsync(new ListAudit(Action: "seller.", From: later, Until: later));
        var about = await FindAsync(new ListAudit(SubjectId: shop.TenantId));

        Assert.Equal(("seller.terms-agreed", "Admin-owner"), (Assert.Single(byMail).Action, byMail[0].ActorName));
        Assert.Equal("seller.suspended", Assert.Single(byId).Action);
        Assert.Empty(nobody);
        Assert.DoesNotContain(before, l => l.Action == "seller.suspended");
        Assert.Contains(before, l => DateOnly.FromDateTime(l.AtUtc) == first);
        Assert.Equal("seller.suspended", Assert.Single(after).Action);
        Assert.Contains(about, l => l.Action == "seller.applied" && l is { Actor: "system", ActorName: null });

        var ofShop = await FindAsync(new ListAudit(Action: "seller.", Seller: "kiln"));
        Assert.Equal(ofShop, await FindAsync(new ListAudit(Action: "seller.", Seller: shop.TenantId)));
        Assert.Contains(ofShop, l => l.Action == "seller.suspended");
        Assert.Empty(await FindAsync(new ListAudit(Seller: "nobody")));

        async Task<IReadOnlyList<AuditLine>> FindAsync(ListAudit query) => (await host.SendAsync(admin, query)).Required().Items;
    }

    [Fact]
    public async Task An_export_holds_what_the_list_finds_on_all_its_pages_and_is_noted_itself()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();
        for (var i = 0; i < 105; i++) (await host.SendAsync(admin, new SetStaffRole("admin-owner@example.com", AdminRole.Owner))).Done();
        var asked = new ListAudit(Action: "staff.");
        Assert.NotNull((await host.SendAsync(admin, asked)).Required().Next);

        Assert.Equal(105, (await host.SendAsync(admin, new ExportAudit(asked))).Required().Count);

        var note = Assert.Single((await host.SendAsync(admin, new ListAudit(Action: "audit."))).Required().Items);
        Assert.Equal((admin.PersonId, "105 entries"), (note.Actor, note.Detail));
    }
}
