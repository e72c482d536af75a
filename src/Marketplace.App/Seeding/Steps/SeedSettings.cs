using Marketplace.Accounts.Settings;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.App.Seeding.Model;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>The platform's settings, legal texts and first admin.</summary>
internal sealed class SeedSettings(SeedSender sender)
{
    public async Task RunAsync(DemoWorld world, CancellationToken cancellation)
    {
        if (!await sender.ReadAsync(db => db.Set<PlatformSettings>().AnyAsync(s => s.SetUpAtUtc != null, cancellation)))
            await sender.SendAsync(Caller.System, SetUp(world.Platform), cancellation);
    }

    private static SetUpPlatform SetUp(PlatformSeed platform)
    {
        var (admin, clocks) = (platform.People.Admins[0], platform.Clocks);
        var values = new PlatformValues(
            platform.Name, platform.Operator.Email,
            DefaultFirst(platform.Countries.Select(c => c.Code), platform.Defaults.Country),
            DefaultFirst(platform.Currencies.Select(c => c.Code), platform.Defaults.Currency),
            DefaultFirst(platform.Locales, platform.Defaults.Locale), clocks.HoldDays, clocks.AcceptHours,
            clocks.ShipGraceDays, clocks.DeliveredAfterTransitDays, platform.Operator.Address.Country,
            platform.Commissions.TaxOnCommissionBps);
        return new SetUpPlatform(values, LegalTexts(platform), admin.Name, admin.Email, platform.People.DemoPassword);
    }

    private static List<string> DefaultFirst(IEnumerable<string> codes, string first) =>
        [.. codes.OrderByDescending(c => c == first)];

    private static Dictionary<LegalTextKind, string> LegalTexts(PlatformSeed platform)
    {
        var bySlug = platform.Legal.ToDictionary(l => l.Slug, l => l.Body, StringComparer.Ordinal);
        return new Dictionary<LegalTextKind, string>
        {
            [LegalTextKind.Terms] = bySlug["terms"], [LegalTextKind.SellerTerms] = bySlug["seller-terms"],
            [LegalTextKind.Privacy] = bySlug["privacy"], [LegalTextKind.Imprint] = bySlug["imprint"],
        };
    }
}
