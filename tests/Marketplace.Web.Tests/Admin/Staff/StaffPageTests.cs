using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Admin.Staff;

public sealed class StaffPageTests(TestMarket market) : IClassFixture<TestMarket>
{
    [Fact]
    public async Task A_blocked_account_has_no_session_until_it_is_unblocked()
    {
        using var ada = market.As(TestMarket.Ada);
        using var finn = market.As(TestMarket.Finn);
        Assert.Equal(200, (await finn.GetAsync("/admin")).Code);
        (string, string) person = ("personId", TestMarket.PersonOf(TestMarket.Finn));

        await ada.PostAsync("/admin/staff?handler=Disable", person, ("disabled", "true"), ("reason", "Lost the laptop"));
        Assert.True((await finn.GetAsync("/admin")).IsLogin);
        Assert.Contains("Blocked", (await ada.GetAsync("/admin/staff")).Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);

        Assert.True((await ada.PostAsync("/admin/staff?handler=Disable", person, ("disabled", "false"))).IsRedirect);
        Assert.DoesNotContain("Blocked", (await ada.GetAsync("/admin/staff")).Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_for_somebody_with_an_account()
    {
        using var ada = market.As(TestMarket.Ada);
        var answer = await ada.PostAsync(
            "/admin/staff?handler=Role", ("email", "nobody@example.com"), ("role", nameof(AdminRole.Support)));

        Assert.Equal(400, answer.Code);
        Assert.Contains("register first", answer.Page.GetElementById("Input_Email-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_leaves_only_while_another_one_stays()
    {
        await using var site = await WebSite.StartAsync();
        await site.WithPlatformAsync(db =>
        {
            foreach (var name in (string[])["one", "two"])
            {
                db.Add(new Marketplace.Accounts.Identity.Model.Person
                {
                    Id = TestMarket.PersonOf(name), BuyerId = TestMarket.BuyerOf(name), Name = name, Email = name + "@example.com",
                    UserName = name, NormalizedEmail = name.ToUpperInvariant() + "@EXAMPLE.COM", NormalizedUserName = name,
                    Locale = "en-US", JoinedAtUtc = DateTime.UnixEpoch, SecurityStamp = "stamp-" + name, ConcurrencyStamp = "1",
                    AdminRole = AdminRole.Owner, EmailConfirmed = true,
                });
                var now = site.Clock.GetUtcNow().UtcDateTime;
                db.Add(new Marketplace.Accounts.Identity.Model.PersonSession
                {
                    Id = TestMarket.SessionOf(name), PersonId = TestMarket.PersonOf(name), Stamp = "stamp-" + name, Device = "?",
                    Network = "?", StartedAtUtc = now, SeenAtUtc = now, ProvedAtUtc = now, SecondFactor = false,
                });
            }

            return db.SaveChangesAsync();
        });
        using var one = site.Visitor().SignedInAs(TestMarket.PersonOf("one"), TestMarket.SessionOf("one"));
        using var two = site.Visitor().SignedInAs(TestMarket.PersonOf("two"), TestMarket.SessionOf("two"));

        Assert.Equal("/account", (await one.PostAsync("/admin/staff?handler=Leave")).LeadsTo);
        Assert.Equal(404, (await one.GetAsync("/admin")).Code);
        var last = await two.PostAsync("/admin/staff?handler=Leave");
        Assert.Equal(422, last.Code);
        Assert.Contains("needs an owner", last.Page.QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
    }
}
