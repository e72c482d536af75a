using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Invariants;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>
/// The program's own layers, each alone: the database guards nothing here (its triggers are dropped, its policies passed
/// by a superuser). First the layer keeps others out of every table of the model; then it is taken away, and every table
/// must be seen to be open.
/// </summary>
public sealed class ProgramLayersTests(RoleDatabase database) : IClassFixture<RoleDatabase>, IAsyncLifetime
{
    private static readonly Eyes[] Owners = [Eyes.Seller, Eyes.Buyer];

    public async ValueTask InitializeAsync()
    {
        if (RoleDatabase.IsPostgreSql) return;
        await using var free = await database.FreeConnectionAsync();
        await using var command = free.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER \"' || name || '\"', ';') FROM sqlite_master WHERE type = 'trigger'";
        if (await command.ExecuteScalarAsync() is string { Length: > 0 } drop) await RoleDatabase.ExecuteAsync(free, drop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_filters_alone_hide_every_row_of_others_and_without_them_each_is_seen()
    {
        await using var all = database.Platform();
        var hidden = (from entity in OwnershipOf.Tables(all.Model)
                      let ownership = OwnershipOf.Class(entity.ClrType)
                      where ownership is Ownership.Tenant or Ownership.Shared or Ownership.Journal or Ownership.Platform
                      from eyes in Owners
                      select (Entity: entity.ClrType, Eyes: eyes)).ToList();

        foreach (var (entity, eyes) in hidden)
        {
            await using var filtered = Open(eyes, "canary");
            await using var unfiltered = Open(eyes, "canary", o => o.ReplaceService<IModelCustomizer, Unfiltered>());
            Assert.Equal((entity, eyes, 0), (entity, eyes, await CountAsync(filtered, entity)));
            Assert.Equal((entity, eyes, true), (entity, eyes, await CountAsync(unfiltered, entity) >= 2));
        }

        Assert.True(hidden.Count > 100, $"{hidden.Count} filters");
    }

    [Fact]
    public async Task The_save_guard_alone_refuses_every_row_of_others_and_without_it_none_is_refused()
    {
        await using var all = database.Platform();
        var wrong = new List<string>();
        foreach (var entity in OwnershipOf.Tables(all.Model))
        {
            var victim = await FirstAsync(all, entity.ClrType);
            foreach (var eyes in Owners)
                foreach (var state in (EntityState[])[EntityState.Added, EntityState.Modified, EntityState.Deleted])
                {
                    if (!await IsRefusedAsync(eyes, victim, state, db => db.SaveChangesAsync())) wrong.Add($"{eyes} {state} {entity.ClrType.Name} is not refused");
                    if (await IsRefusedAsync(eyes, victim, state, Unguarded)) wrong.Add($"{eyes} {state} {entity.ClrType.Name} is refused by something else");
                }
        }

        Nothing.In(wrong);
    }

    /// <summary>What <c>SaveChanges</c> does once the guard has let it pass.</summary>
#pragma warning disable EF1001 // The only way past an override that has no switch, and must not have one.
    private static Task<int> Unguarded(DbContext db) => db.GetService<IStateManager>().SaveChangesAsync(acceptAllChangesOnSuccess: true);
#pragma warning restore EF1001

    private async Task<bool> IsRefusedAsync(Eyes eyes, object victim, EntityState state, Func<DbContext, Task<int>> save)
    {
        await using var db = Open(eyes, "canary");
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Entry(victim).State = state;
            try
            {
                await save(db);
                return false;
            }
            catch (ForeignRowException)
            {
                return true;
            }
            catch (Exception exception) when (exception is DbUpdateException or InvalidOperationException)
            {
                // A key that exists, a column that never changes: it came past the guard, and that is what is asked.
                return false;
            }
        });
    }

    private MarketplaceDb Open(Eyes eyes, string owner, Action<DbContextOptionsBuilder>? change = null)
    {
        var caller = new CallerAccessor();
        caller.Set(eyes == Eyes.Seller ? new Caller(TenantId: owner) : new Caller(BuyerId: owner));
        return eyes == Eyes.Seller
            ? new SellerDb(Options<SellerDb>(eyes, change), database.Parts, caller)
            : new BuyerDb(Options<BuyerDb>(eyes, change), database.Parts, caller);
    }

    private DbContextOptions<T> Options<T>(Eyes eyes, Action<DbContextOptionsBuilder>? change) where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>(database.Options<T>(eyes));
        // Past roles and policies, which are not what is looked at here.
        if (RoleDatabase.IsPostgreSql) options.UseNpgsql(Superuser);
        change?.Invoke(options);
        return options.Options;
    }

    private string Superuser => field ??= SuperuserString();

    private string SuperuserString()
    {
        using var db = database.Platform();
        return new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("MARKETPLACE_TEST_POSTGRES"))
        {
            Database = db.Database.GetDbConnection().Database,
        }.ConnectionString;
    }

    private static Task<int> CountAsync(MarketplaceDb db, Type entity) => (Task<int>)typeof(ProgramLayersTests)
        .GetMethod(nameof(CountOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(entity).Invoke(null, [db])!;

    private static Task<int> CountOfAsync<T>(MarketplaceDb db) where T : class => db.Set<T>().CountAsync();

    private static Task<object> FirstAsync(MarketplaceDb db, Type entity) => (Task<object>)typeof(ProgramLayersTests)
        .GetMethod(nameof(FirstOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(entity).Invoke(null, [db])!;

    private static async Task<object> FirstOfAsync<T>(MarketplaceDb db) where T : class =>
        await db.Set<T>().AsNoTracking().OrderBy(_ => 1).FirstAsync();

    /// <summary>The model as it is, and not one filter in it.</summary>
    private sealed class Unfiltered(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var entity in modelBuilder.Model.GetEntityTypes())
                foreach (var filter in entity.GetDeclaredQueryFilters().ToList())
                    entity.SetQueryFilter(filter.Key!, null);
        }
    }
}
