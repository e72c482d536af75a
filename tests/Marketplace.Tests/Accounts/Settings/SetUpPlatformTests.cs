using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Staff;
using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Settings;

public sealed class SetUpPlatformTests
{
    private static readonly PlatformValues Values = new(
        "Harbour Market", "help@harbour.example", ["DE", "AT"], ["EUR", "KWD"], ["de-DE", "en-US"], HoldDays: 10);

    private static readonly SetUpPlatform SetUp = new(
        Values, Enum.GetValues<LegalTextKind>().ToDictionary(k => k, k => "# " + k), "Ada", "ada@harbour.example",
        "calm seas and steady winds");

    [Fact]
    public async Task The_setup_makes_settings_texts_and_an_admin_once()
    {
        var sessions = new RememberedSessions();
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<ISignIn>(sessions));
        var before = await host.Services.GetRequiredService<ISettings>().GetAsync(default);

        (await host.SendAsync(Caller.System, SetUp)).Done();
        var again = await host.SendAsync(Caller.System, SetUp);

        Assert.Null(before.SetUpAtUtc);
        Assert.Equal("setup.done", again.Error?.Code);
        var settings = await host.Services.GetRequiredService<ISettings>().GetAsync(default);
        Assert.Equal(("Harbour Market", 10, "KWD"), (settings.Name, settings.HoldDays, settings.Currencies[1]));
        Assert.Equal("# Privacy", (await host.SendAsync(Caller.Anonymous, new GetLegalText(LegalTextKind.Privacy))).Required().Text);
        (await host.SendAsync(Caller.Anonymous, new SignIn(SetUp.AdminEmail, SetUp.AdminPassword))).Required();
        var ada = await host.Services.GetRequiredService<CallerFactory>()
            .FindAsync(sessions.Current!.SessionId, null, null, default);
        Assert.Contains(AdminPermissions.Settings, ada!.Caller.AdminPermissions!);
    }

    [Theory]
    [InlineData("XXX", "DE", "de-DE")]
    [InlineData("EUR", "de", "de-DE")]
    [InlineData("EUR", "DE", "klingon")]
    public async Task A_setup_with_a_wrong_code_is_refused(string currency, string country, string locale)
    {
        await using var host = await TestHost.StartAsync();

        var refused = await host.SendAsync(Caller.System, SetUp with
        {
            Values = Values with { Currencies = [currency], Countries = [country], Locales = [locale] },
        });

        Assert.Equal("input.invalid", refused.Error?.Code);
    }

    [Fact]
    public async Task A_weak_admin_password_leaves_nothing_behind()
    {
        await using var host = await TestHost.StartAsync();

        var weak = await host.SendAsync(Caller.System, SetUp with { AdminPassword = "password123" });
        var noTexts = await host.SendAsync(Caller.System, SetUp with { LegalTexts = new Dictionary<LegalTextKind, string>() });

        Assert.Equal("person.weak-password", weak.Error?.Code);
        Assert.Equal("input.invalid", noTexts.Error?.Code);
        Assert.Equal(
            "legal-text.not-found", (await host.SendAsync(Caller.Anonymous, new GetLegalText(LegalTextKind.Terms))).Error?.Code);
        Assert.Null((await host.Services.GetRequiredService<ISettings>().GetAsync(default)).SetUpAtUtc);
    }

    [Fact]
    public async Task An_admin_changes_settings_and_everybody_sees_them()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.AdminAsync();

        (await host.SendAsync(admin, new UpdateSettings(Values with { HoldDays = 14 }))).Done();
        var wrong = await host.SendAsync(admin, new UpdateSettings(Values with { HoldDays = 400 }));

        Assert.Equal(14, (await host.Services.GetRequiredService<ISettings>().GetAsync(default)).HoldDays);
        Assert.Equal(14, (await host.SendAsync(admin, new GetSettings())).Required().Settings.HoldDays);
        Assert.Equal("input.invalid", wrong.Error?.Code);
    }

    [Fact]
    public async Task Staff_comes_from_people_with_an_account_and_one_owner_always_stays()
    {
        await using var host = await TestHost.StartAsync();
        var (admin, ana) = (await host.AdminAsync(), await host.PersonAsync("ana"));

        var stranger = await host.SendAsync(admin, new SetStaffRole("nobody@example.com", AdminRole.Finance));
        (await host.SendAsync(admin, new SetStaffRole("ana@example.com", AdminRole.Finance))).Done();
        var last = await host.SendAsync(admin, new SetStaffRole("admin-owner@example.com", null));
        var disabled = await host.SendAsync(admin, new DisablePerson(admin.PersonId!, Disabled: true, ""));

        Assert.Equal("staff.no-account", stranger.Error?.Code);
        Assert.Equal("staff.last-owner", last.Error?.Code);
        Assert.Equal("staff.last-owner", disabled.Error?.Code);
        Assert.Equal(2, (await host.SendAsync(admin, new ListStaff())).Required().Count);
        Assert.Contains(AdminPermissions.Money, (await host.CallerAsync("ana")).AdminPermissions!);
        var audit = (await host.SendAsync(admin, new ListAudit(Action: "staff."))).Required();
        Assert.Equal(ana.PersonId, Assert.Single(audit.Items).SubjectId);
    }
}
