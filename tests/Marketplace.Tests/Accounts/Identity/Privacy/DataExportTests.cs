using System.IO.Compression;
using System.Text.Json;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Privacy;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Ports;
using Marketplace.Sales.AddressBook;
using Marketplace.Tests.Sales;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Identity.Privacy;

public sealed class DataExportTests
{
    /// <summary>Tables that name a person, and are not in their copy; each with its reason.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["OneTimeTokens"] = "only the hash of a link that guards the account",
        ["RecoveryCodes"] = "only hashes that guard the account",
        ["Payments"] = "the order says the same; the rest is the processor's references",
        ["IdempotencyKeys"] = "repeats of what other tables say, for a day",
        ["Outbox"] = "repeats of what other tables say, until delivered",
        ["HookDeliveries"] = "what a shop's program was told, for thirty days: ids, and no buyer's name or address",
        ["Audit"] = "what was done, sealed in a chain; shown by staff on request",
    };

    [Fact]
    public async Task A_copy_is_made_mailed_and_opened_by_its_person_alone_for_a_week()
    {
        await using var world = await SalesWorld.OpenAsync();
        var host = world.Host;
        var (ana, ben) = (await host.PersonAsync("ana"), await host.PersonAsync("ben"));
        await world.BuyAsync(ana);
        await host.SendAsync(ana, new SaveAddress(null, SalesWorld.Delft with { Name = "Ana <b>" }, null, false));
        for (var i = 0; i < 2; i++) (await host.SendAsync(ana, new RequestDataExport())).Done();

        await host.RunJobAsync("make-data-exports");

        var export = Assert.Single((await host.SendAsync(ana, new GetMyPrivacy())).Required().Exports);
        Assert.Single(await host.MailsToAsync("ana@example.com"), m => m.Subject == "The copy of your data is ready");
        Assert.Equal(PrivacyErrors.NoExport, (await host.SendAsync(ben, new OpenDataExport(export.ExportId))).Error);
        var path = (await host.SendAsync(ana, new OpenDataExport(export.ExportId))).Required();
        await using var file = await host.Services.GetRequiredService<IFileStore>().OpenAsync(path, default);
        using var zip = new ZipArchive(file!);
        using var json = JsonDocument.Parse(zip.GetEntry("data.json")!.Open());
        Assert.Contains(
            "Stoneware mug", json.RootElement.GetProperty("What you bought").EnumerateArray().Select(l => l.GetProperty("title").GetString()));
        Assert.Equal("Ana <b>", json.RootElement.GetProperty("Addresses")[0].GetProperty("address").GetProperty("name").GetString());
        using var page = new StreamReader(zip.GetEntry("index.html")!.Open());
        var html = await page.ReadToEndAsync();
        Assert.Contains("Stoneware mug", html);
        Assert.DoesNotContain("Ana <b>", html);

        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.RunJobAsync("make-data-exports");
        Assert.False(await host.Services.GetRequiredService<IFileStore>().ExistsAsync(path, default));
        Assert.Equal(DataExportState.Expired, (await host.SendAsync(
            ana with { ProvedAtUtc = host.Clock.GetUtcNow().UtcDateTime }, new GetMyPrivacy())).Required().Exports[0].State);
    }

    [Fact]
    public async Task Every_table_that_names_a_person_is_in_the_copy_or_is_left_out_for_a_reason()
    {
        await using var host = await TestHost.StartAsync();
        await using var scope = host.ScopeFor(Marketplace.Kernel.Tenancy.Caller.System);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var context in scope.ServiceProvider.GetServices<IPersonalData>())
            told.UnionWith((await context.ReadAsync(new DataSubject("p", "b", "e@example.com"), default)).SelectMany(s => s.Tables));
        var named = scope.ServiceProvider.GetRequiredService<PlatformDb>().Model.GetEntityTypes()
            .Where(e => e.FindProperty("BuyerId") is not null || e.FindProperty("PersonId") is not null)
            .Select(e => e.GetTableName()!).ToHashSet(StringComparer.Ordinal);

        Assert.True(named.Count > 20);
        Assert.Empty(named.Except(told).Except(LeftOut.Keys));
        Assert.Empty(LeftOut.Keys.Except(named));
    }
}
