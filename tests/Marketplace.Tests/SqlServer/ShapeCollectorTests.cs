using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.SqlServer;

public sealed class ShapeCollectorTests
{
    [Fact]
    public async Task A_query_that_only_sqlite_can_answer_fails_each_time_it_is_asked()
    {
        Assert.SkipWhen(TestDatabase.IsPostgreSql, "Queries are collected while the suite runs on SQLite.");
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Parts);
        await using var db = Open(database);

        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<NotForSqlServerException>(() => db.Set<Listing>().CountAsync(l => EF.Functions.Glob(l.Id, "a*")));
    }

    [Fact]
    public async Task A_query_that_all_can_answer_is_answered()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Parts);
        await using var db = Open(database);
        string?[] ids = ["a", null];

        Assert.Equal(0, await db.Set<Listing>().Where(l => ids.Contains(l.Id)).CountAsync());
        Assert.Equal(0, await db.Set<Listing>().Where(l => l.Id == "a").ExecuteUpdateAsync(u => u.SetProperty(l => l.Version, l => l.Version + 1)));
    }

    private static PlatformDb Open(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<PlatformDb>();
        database.Provider.Configure(options, Eyes.Platform);
        return new PlatformDb(options.Options, TestDatabase.Parts);
    }
}
