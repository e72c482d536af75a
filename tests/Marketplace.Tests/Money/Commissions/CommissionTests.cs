using CsCheck;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Commissions;
using Marketplace.Money.Commissions.Contracts;
using Marketplace.Money.Commissions.Model;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Money.Commissions;

public sealed class CommissionTests
{
    private static readonly Caller Admin = new(PersonId: "admin", AdminPermissions: new HashSet<string> { "commissions" });

    [Fact]
    public void The_first_rule_that_fits_decides()
    {
        CommissionRule[] rules =
        [
            new() { Id = "kiln", Position = 0, Name = "Kiln", TenantId = "kiln", RateBps = 800 },
            new() { Id = "books", Position = 1, Name = "Books", CategoryId = "books", RateBps = 1000 },
            new() { Id = "all", Position = 2, Name = "All", RateBps = 1200 },
        ];
        CommissionableLine[] lines =
        [
            new("1", "kiln", "NL", ["root", "books"], 100_00),
            new("2", "press", "DE", ["root", "books"], 100_00),
            new("3", "press", "DE", ["root", "audio"], 100_00),
        ];

        var found = CommissionCalculator.Calculate(lines, rules, new Dictionary<string, int> { ["NL"] = 2100 }, "EUR");

        Assert.Equal([("kiln", 8_00L, 1_68L), ("books", 10_00L, 0L), ("all", 12_00L, 0L)],
            found.Select(f => (f.RuleId, f.CommissionMinor, f.CommissionTaxMinor)));
    }

    [Fact]
    public void Commission_and_its_tax_never_take_more_than_the_line_brings() =>
        Gen.Select(Gen.Long[0, 100_000], Gen.Int[0, 10_000]).Sample((amount, bps) =>
        {
            var line = CommissionCalculator.Calculate(
                [new("1", "t", "NL", [], amount * 10)], [new() { Id = "r", Position = 0, Name = "r", RateBps = bps }],
                new Dictionary<string, int> { ["NL"] = 2100 }, "KWD")[0];

            Assert.InRange(line.CommissionMinor + line.CommissionTaxMinor, 0, amount * 10);
            Assert.Equal(0, line.CommissionMinor % 10);
        });

    [Fact]
    public async Task The_operators_own_vat_is_added_for_sellers_of_its_country_only()
    {
        await using var host = await TestHost.StartAsync();
        var (owner, now) = (await host.AdminAsync(), new PlatformSettings());
        (await host.SendAsync(owner, new UpdateSettings(new PlatformValues(
            now.Name, now.SupportEmail, now.Countries, now.Currencies, now.Locales, 7, HomeCountry: "NL", CommissionTaxBps: 2100)))).Done();

        var lines = (await host.SendAsync(Caller.System, new ResolveCommissions(
            [new("1", "kiln", "NL", [], 100_00), new("2", "press", "DE", [], 100_00)], "EUR"))).Required();
        var told = (await host.SendAsync(Caller.Anonymous, new GetSellingCosts())).Required().CommissionTaxBps;
        var nowhere = await host.SendAsync(owner, new UpdateSettings(new PlatformValues(
            now.Name, now.SupportEmail, now.Countries, now.Currencies, now.Locales, 7, CommissionTaxBps: 2100)));

        Assert.Equal([2_52L, 0L], lines.Select(l => l.CommissionTaxMinor));
        Assert.Equal(2100, told["NL"]);
        Assert.Equal(ErrorKind.Invalid, nowhere.Error?.Kind);
    }

    [Fact]
    public async Task Special_rules_stand_before_the_default_and_can_be_moved()
    {
        await using var host = await TestHost.StartAsync();
        await host.SendAsync(Admin, new SetCommissionRule(null, "Default", null, null, 1200));
        await host.SendAsync(Admin, new SetCommissionRule(null, "Books", null, "books", 1000));
        var kiln = (await host.SendAsync(Admin, new SetCommissionRule(null, "Kiln", "kiln", null, 800))).Required();

        await host.SendAsync(Admin, new MoveCommissionRule(kiln, Up: true));

        var rules = (await host.SendAsync(Admin, new ListCommissionRules())).Required();
        Assert.Equal(["Kiln", "Books", "Default"], rules.Select(r => r.Name));
    }

    [Fact]
    public async Task What_was_agreed_with_one_seller_alone_beats_every_rule()
    {
        await using var host = await TestHost.StartAsync();
        var (kiln, other, admin) = (await host.ShopAsync("kiln", "ana"), await host.ShopAsync("loom", "bo"), await host.AdminAsync());
        await host.SendAsync(Admin, new SetCommissionRule(null, "Kiln", null, null, 800, "kiln"));
        await host.SendAsync(Admin, new SetCommissionRule(null, "Loom", null, null, 900, "loom"));

        (await host.SendAsync(admin, new AgreeTerms(kiln.TenantId!, 550, null))).Done();

        var lines = (await host.SendAsync(Caller.System, new ResolveCommissions(
            [
                new CommissionableLine("1", kiln.TenantId!, "DE", ["books"], 10_000),
                new CommissionableLine("2", other.TenantId!, "DE", ["books"], 10_000),
            ], "EUR"))).Required();
        Assert.Equal([("1", 550, 550L), ("2", 900, 900L)], lines.Select(l => (l.Reference, l.RateBps, l.CommissionMinor)));
    }

    [Fact]
    public async Task Without_a_default_rule_the_configured_one_stands_last_and_no_rule_moves_behind_it()
    {
        await using var host = await TestHost.StartAsync();
        var books = (await host.SendAsync(Admin, new SetCommissionRule(null, "Books", null, "books", 1000))).Required();

        var rules = (await host.SendAsync(Admin, new ListCommissionRules())).Required();
        Assert.Equal([(books, false, 1000), (null, true, 1200)], rules.Select(r => (r.Id, r.IsDefault, r.RateBps)));

        await host.SendAsync(Admin, new SetCommissionRule(null, "Ours", null, null, 1100));
        await host.SendAsync(Admin, new MoveCommissionRule(books, Up: false));
        rules = (await host.SendAsync(Admin, new ListCommissionRules())).Required();
        Assert.Equal(["Books", "Ours"], rules.Select(r => r.Name));
        var nobody = await host.SendAsync(Admin, new SetCommissionRule(null, "x", null, null, 1, "nobody"));
        Assert.Equal("commission.no-such-seller", nobody.Error?.Code);
    }

    [Fact]
    public async Task A_rule_that_is_gone_says_so()
    {
        await using var host = await TestHost.StartAsync();

        var outcomes = new[]
        {
            (await host.SendAsync(Admin, new SetCommissionRule("gone", "x", null, null, 100))).Error,
            (await host.SendAsync(Admin, new MoveCommissionRule("gone", true))).Error,
            (await host.SendAsync(Admin, new RemoveCommissionRule("gone"))).Error,
        };

        Assert.All(outcomes, e => Assert.Equal("commission.no-such-rule", e?.Code));
    }

    [Fact]
    public async Task Nobody_but_the_platforms_staff_sees_or_sets_rules()
    {
        await using var host = await TestHost.StartAsync();

        foreach (var caller in (Caller[])[Caller.Anonymous, new(PersonId: "p", TenantId: "t"), new(BuyerId: "b")])
        {
            Assert.Equal("access.not-found", (await host.SendAsync(caller, new ListCommissionRules())).Error?.Code);
            Assert.Equal("access.not-found",
                (await host.SendAsync(caller, new SetCommissionRule(null, "x", null, null, 0))).Error?.Code);
        }
    }
}
