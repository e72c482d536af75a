using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>
/// The known ways past EF's query filters, each tried on real entities with a seller's eyes: what EF itself stops stays
/// stopped, and what it lets through meets the key, the save guard or the database.
/// </summary>
public sealed class FilterHolesTests(RoleDatabase database) : IClassFixture<RoleDatabase>, IAsyncLifetime
{
    private string _mine = "";
    private string _theirs = "";
    private string _location = "";

    public async ValueTask InitializeAsync()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        (_mine, _theirs, _location) = ("m" + mark, "t" + mark, "l" + mark);
        await using var db = database.Platform();
        foreach (var tenant in (string[])[_mine, _theirs])
        {
            db.Add(new StockLocation { TenantId = tenant, Id = _location, Name = "Shelf of " + tenant });
            db.Add(new StockLocation { TenantId = tenant, Id = "only-" + tenant, Name = "Cellar of " + tenant });
            db.Add(new Listing
            {
                TenantId = tenant, Id = "listing", ShortId = "x", Title = tenant, CreatedAtUtc = DateTime.UnixEpoch,
                ChangedAtUtc = DateTime.UnixEpoch,
            });
        }

        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Find_with_a_foreign_key_finds_nothing()
    {
        await using var db = database.Seller(_mine);

        Assert.Null(await db.StockLocations.FindAsync([_theirs, "only-" + _theirs], TestContext.Current.CancellationToken));
        Assert.NotNull(await db.StockLocations.FindAsync([_mine, "only-" + _mine], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_query_a_join_a_subquery_a_union_and_raw_sql_see_ones_own_rows_only()
    {
        await using var db = database.Seller(_mine);
        var (locations, listings) = (db.StockLocations, db.Listings);

        Assert.Equal(2, await locations.CountAsync());
        Assert.Equal(2, await (from l in locations join x in listings on 1 equals 1 select l.Id).CountAsync());
        Assert.Equal(1, await listings.CountAsync(x => locations.Any(l => l.Name.EndsWith(_mine))));
        Assert.Equal(0, await listings.CountAsync(x => locations.Any(l => l.Name.EndsWith(_theirs))));
        Assert.Equal(4, await locations.Select(l => l.Id).Concat(locations.Select(l => l.Name)).CountAsync());
        Assert.Equal(2, await locations.FromSqlRaw("SELECT * FROM \"StockLocations\"").CountAsync());
    }

    [Fact]
    public async Task Execute_update_and_delete_reach_ones_own_rows_only()
    {
        await using var db = database.Seller(_mine);

        var foreign = await db.StockLocations.Where(l => l.TenantId == _theirs).ExecuteUpdateAsync(s => s.SetProperty(l => l.City, "Rome"));
        var deleted = await db.StockLocations.Where(l => l.TenantId == _theirs).ExecuteDeleteAsync();
        var own = await db.StockLocations.ExecuteUpdateAsync(s => s.SetProperty(l => l.City, "Ghent"));

        Assert.Equal((0, 0, 2), (foreign, deleted, own));
        Assert.Equal(["", ""], await CitiesAsync(_theirs));
    }

    [Fact]
    public async Task Execute_update_cannot_give_a_row_away()
    {
        await using var db = database.Seller(_mine);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            db.StockLocations.Where(l => l.Id == "only-" + _mine).ExecuteUpdateAsync(s => s.SetProperty(l => l.TenantId, _theirs)));

        Assert.Equal(2, (await CitiesAsync(_mine)).Count);
    }

    [Fact]
    public async Task A_stub_with_my_name_on_anothers_id_changes_nothing()
    {
        await using var db = database.Seller(_mine);
        var stub = new StockLocation { TenantId = _mine, Id = "only-" + _theirs, Name = "taken" };
        db.Attach(stub).Property(l => l.Name).IsModified = true;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        Assert.DoesNotContain("taken", await NamesAsync(_theirs));
    }

    [Fact]
    public async Task A_stub_with_the_others_name_is_refused_before_it_is_sent()
    {
        foreach (var state in (EntityState[])[EntityState.Added, EntityState.Modified, EntityState.Deleted])
        {
            await using var db = database.Seller(_mine);
            db.Entry(new StockLocation { TenantId = _theirs, Id = "only-" + _theirs, Name = "taken" }).State = state;

            await Assert.ThrowsAsync<ForeignRowException>(() => db.SaveChangesAsync());
        }

        Assert.Equal(2, (await NamesAsync(_theirs)).Count);
        Assert.DoesNotContain("taken", await NamesAsync(_theirs));
    }

    [Fact]
    public async Task Removing_a_stub_of_anothers_row_removes_nothing()
    {
        await using var db = database.Seller(_mine);
        db.Remove(new StockLocation { TenantId = _mine, Id = "only-" + _theirs, Name = "" });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());

        Assert.Equal(2, (await NamesAsync(_theirs)).Count);
    }

    [Fact]
    public async Task Reading_a_stub_from_the_database_does_not_read_anothers_row()
    {
        await using var db = database.Seller(_mine);
        var stub = new StockLocation { TenantId = _theirs, Id = "only-" + _theirs, Name = "stub" };

        if (await db.Entry(stub).GetDatabaseValuesAsync() is { } values)
        {
            // Only the database can refuse this one; SQLite has nothing that guards a SELECT, so the source may not use it.
            Assert.False(RoleDatabase.IsPostgreSql, $"read {values["Name"]}");
        }
    }

    [Fact]
    public async Task Even_without_filters_postgresql_keeps_the_rows_apart()
    {
        Assert.SkipUnless(RoleDatabase.IsPostgreSql, "SQLite has nothing that guards a SELECT: the filters may never be lifted.");
        await using var db = database.Seller(_mine);

        Assert.Equal(2, await db.StockLocations.IgnoreQueryFilters().CountAsync());
        Assert.Equal(0, await db.StockLocations.IgnoreQueryFilters().Where(l => l.TenantId == _theirs)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.City, "Rome")));
    }

    [Fact]
    public async Task Without_filters_the_database_still_refuses_to_write_anothers_row()
    {
        await using var db = database.Seller(_mine);

        try
        {
            var changed = await db.StockLocations.IgnoreQueryFilters().Where(l => l.TenantId == _theirs)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.City, "Rome"));
            Assert.Equal(0, changed);
        }
        catch (Microsoft.Data.Sqlite.SqliteException refused)
        {
            Assert.Contains("not your row", refused.Message);
        }

        Assert.Equal(["", ""], await CitiesAsync(_theirs));
    }

    [Fact]
    public async Task One_compiled_query_serves_every_seller_with_its_own_rows()
    {
        var query = EF.CompileAsyncQuery((SellerDb db) => db.Set<StockLocation>().Count());
        await using var mine = database.Seller(_mine);
        await using var nobody = database.Seller("nobody");

        Assert.Equal(2, await query(mine));
        Assert.Equal(0, await query(nobody));
    }

    [Fact]
    public async Task Without_a_seller_reading_throws_and_never_means_everybody()
    {
        await using var db = database.Seller(null);

        await Assert.ThrowsAsync<MissingOwnerException>(() => db.StockLocations.CountAsync());
    }

    [Fact]
    public async Task A_buyer_sees_no_sellers_rows_and_a_seller_none_of_the_platforms()
    {
        await using var buyer = database.Buyer("b");
        await using var seller = database.Seller(_mine);

        Assert.Equal(0, await buyer.StockLocations.TagWith("hidden").CountOrRefusedAsync());
        Assert.Equal(0, await seller.StockReservations.CountOrRefusedAsync());
    }

    [Fact]
    public async Task The_sellers_id_of_a_row_never_changes()
    {
        await using var db = database.Seller(_mine);
        var row = await db.StockLocations.SingleAsync(l => l.Id == "only-" + _mine);

        Assert.Throws<InvalidOperationException>(() =>
        {
            db.Entry(row).Property("TenantId").CurrentValue = _theirs;
            db.SaveChanges();
        });
    }

    [Fact]
    public void Every_sellers_entity_has_the_named_filter_in_each_pair_of_eyes()
    {
        using var seller = database.Seller("x");
        using var buyer = database.Buyer("x");

        foreach (var entity in seller.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.BaseType is null))
        {
            var ownership = OwnershipOf.Class(entity.ClrType);
            var expected = ownership switch
            {
                Ownership.Tenant or Ownership.Shared or Ownership.Journal => 1,
                Ownership.Platform => 1,
                _ => 0,
            };
            Assert.True(expected == entity.GetDeclaredQueryFilters().Count, $"seller: {entity.ClrType.Name}");
        }

        foreach (var entity in buyer.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.BaseType is null))
        {
            var ownership = OwnershipOf.Class(entity.ClrType);
            var open = ownership is Ownership.Published or Ownership.PublishedByBuyer or Ownership.PublishedBySeller;
            Assert.True((open ? 0 : 1) == entity.GetDeclaredQueryFilters().Count, $"buyer: {entity.ClrType.Name}");
        }
    }

    private async Task<List<string>> CitiesAsync(string tenant)
    {
        await using var db = database.Platform();
        return await db.StockLocations.Where(l => l.TenantId == tenant).Select(l => l.City).ToListAsync();
    }

    private async Task<List<string>> NamesAsync(string tenant)
    {
        await using var db = database.Platform();
        return await db.StockLocations.Where(l => l.TenantId == tenant).Select(l => l.Name).ToListAsync();
    }
}

internal static class CountOrRefused
{
    /// <summary>PostgreSQL refuses the table itself where the role has no grant; the filter's answer is none.</summary>
    public static async Task<int> CountOrRefusedAsync<T>(this IQueryable<T> rows)
    {
        try
        {
            return await rows.CountAsync();
        }
        catch (Npgsql.PostgresException refused) when (refused.SqlState == Npgsql.PostgresErrorCodes.InsufficientPrivilege)
        {
            return 0;
        }
    }
}
