using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Security;

/// <summary>Another site's settings: second factors demanded, Google configured.</summary>
public sealed class SecondFactorRequiredTests
{
    [Fact]
    public async Task Staff_are_led_to_set_one_up_and_google_has_a_button_only_where_it_is_configured()
    {
        await using var site = await WebSite.StartAsync(
            ("Security:SecondFactorRequired", "true"), ("Google:ClientId", "lanes"), ("Google:ClientSecret", "secret"));
        await AddAdminAsync(site);
        using var ada = site.Visitor().SignedInAs(TestMarket.PersonOf(TestMarket.Ada), TestMarket.SessionOf(TestMarket.Ada));
        using var nobody = site.Visitor();

        Assert.Equal("/account/security?for=staff", (await ada.GetAsync("/admin/staff")).LeadsTo);
        Assert.Contains("with two factors", (await ada.GetAsync("/account/security?for=staff")).Body, StringComparison.Ordinal);
        var posted = await ada.PostAsync("/admin/staff?handler=Invite", ("Input.Email", "bo@example.com"), ("Input.Role", "Owner"));
        Assert.True(posted.Code is 403 || posted.LeadsTo.StartsWith("/account/security", StringComparison.Ordinal), posted.Said);
        Assert.Equal(0, await site.WithPlatformAsync(db => db.StaffInvitations.CountAsync()));

        await site.WithPlatformAsync(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(one => one.SecondFactor, true)));
        Assert.Equal(200, (await ada.GetAsync("/admin/staff")).Code);

        Assert.Contains("handler=Google", (await nobody.GetAsync("/login")).Body, StringComparison.Ordinal);
        var onward = await nobody.PostAsync("/login?handler=Google");
        Assert.StartsWith("https://accounts.google.com/", onward.LeadsTo, StringComparison.Ordinal);
        Assert.StartsWith("/login", (await nobody.GetAsync("/signin-google?error=access_denied")).LeadsTo, StringComparison.Ordinal);
    }

    private static Task<int> AddAdminAsync(WebSite site) => site.WithPlatformAsync(db =>
    {
        var (id, now) = (TestMarket.PersonOf(TestMarket.Ada), site.Clock.GetUtcNow().UtcDateTime);
        db.Add(new Person
        {
            Id = id, BuyerId = TestMarket.BuyerOf(TestMarket.Ada), Name = "Ada", Email = "ada@example.com", UserName = "ada",
            NormalizedEmail = "ADA@EXAMPLE.COM", NormalizedUserName = "ADA", Locale = "en-US", JoinedAtUtc = now,
            SecurityStamp = "stamp", ConcurrencyStamp = "1", AdminRole = AdminRole.Owner, EmailConfirmed = true,
        });
        db.Add(new PersonSession
        {
            Id = TestMarket.SessionOf(TestMarket.Ada), PersonId = id, Stamp = "stamp", Device = "?", Network = "?",
            StartedAtUtc = now, SeenAtUtc = now, ProvedAtUtc = now, SecondFactor = false,
        });
        return db.SaveChangesAsync();
    });
}
