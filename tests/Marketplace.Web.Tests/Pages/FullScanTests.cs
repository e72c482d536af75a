using System.Text.RegularExpressions;
using Marketplace.Web.Tests.Isolation;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Pages;

/// <summary>
/// A page costs what it shows, not what the platform holds: SQLite is asked how it would answer every query of every
/// page, and may not read a table from end to end if that table grows with listings, orders or people.
/// </summary>
public sealed partial class FullScanTests(TestMarket market) : IClassFixture<TestMarket>
{
    /// <summary>As long as the operator makes them; and shops, of which one page counts the open ones and one sorts them.</summary>
    private static readonly string[] Short =
    [
        "AttributeDefinitions", "Banners", "Carriers", "Categories", "CategorySlugs", "Collections", "CommissionRules",
        "FeatureFlags", "HomePages", "InvariantChecks", "JobRuns", "LedgerBalances", "LegalTexts", "SellerHealths", "SellerPlans",
        "SellerProfiles", "SellerStandings", "TaxRates",
    ];

    private readonly WebSite _site = market.Site;

    [Fact]
    public async Task No_page_reads_a_growing_table_from_end_to_end()
    {
        SkipElsewhere();
        _site.Clock.Advance(TimeSpan.FromHours(1));
        await _site.RunJobAsync("carry-ledger-balances");
        var found = new List<string>();
        foreach (var (route, path, who) in await QueryCountTests.PagesAsync(market, TestMarket.Kiln))
        {
            using var visitor = market.As(who);
            _site.Queries.Take();
            await visitor.GetAsync(path);
            found.AddRange(await ScannedAsync(_site, route.Name));
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task Nor_does_anything_that_opens_a_shop_lists_sells_or_pays()
    {
        SkipElsewhere();
        await using var fresh = new TestMarket();
        await fresh.InitializeAsync();

        Nothing.In(await ScannedAsync(fresh.Site, "making the market"));
    }

    private void SkipElsewhere() => Assert.SkipUnless(
        _site.Database.Provider.Name == "sqlite", "PostgreSQL chooses by the tables' sizes; the model and its indexes are the same.");

    private async Task<List<string>> ScannedAsync(WebSite site, string what)
    {
        var found = new List<string>();
        foreach (var sql in site.Queries.Take().Where(MayRead).Distinct())
            found.AddRange((await TablesReadAsync(sql)).Select(table => $"{what}: {table}: {sql}"));
        return found;
    }

    private static bool MayRead(string sql) =>
        (sql.Contains("SELECT", StringComparison.Ordinal) || sql.Contains("WHERE", StringComparison.Ordinal))
        && !sql.Contains("WHERE 0", StringComparison.Ordinal) && !sql.StartsWith("EXPLAIN", StringComparison.Ordinal);

    private async Task<List<string>> TablesReadAsync(string sql) => await _site.WithPlatformAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in Parameter().Matches(sql).Select(m => m.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var tables = Alias().Matches(sql).ToLookup(m => m.Groups["alias"].Value, m => m.Groups["table"].Value);
        var steps = new List<string>();
        using var plan = await command.ExecuteReaderAsync();
        while (await plan.ReadAsync()) steps.Add(plan.GetString(3));
        // In the order of an index and cut off, it reads what it shows.
        var stops = sql.Contains("LIMIT", StringComparison.Ordinal) && !steps.Contains("USE TEMP B-TREE FOR ORDER BY");
        return steps.Where(step => !(stops && step.Contains("USING", StringComparison.Ordinal)))
            .SelectMany(step => tables[Scan().Match(step).Groups["alias"].Value].Where(table => !Short.Contains(table)).Take(1)
                .Select(table => $"{table} ({step})")).ToList();
    });

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex("""
        "(?<table>\w+)" AS "(?<alias>\w+)"
        """)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^SCAN (?<alias>\w+)")]
    private static partial Regex Scan();
}
