using System.Data.Common;
using System.Reflection;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using static Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions;

namespace Marketplace.Kernel.Invariants;

/// <summary>
/// The isolation canary, on the live database: a seller and a buyer whom nobody knows try to read, change, delete and
/// forge one row of every table that the model has, as EF would and past EF, with the very roles and connections that
/// requests use. Everything is undone. It finds a guard that a migration lost, a grant that somebody gave by hand, a new
/// table without a policy.
/// </summary>
internal sealed class TheDoorsAreShut(
    PlatformDb platform, DbContextOptions<SellerDb> sellers, DbContextOptions<BuyerDb> buyers, ModelParts parts, IDatabaseProvider database)
    : IInvariant
{
    private static readonly MethodInfo Try =
        typeof(TheDoorsAreShut).GetMethod(nameof(TryAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public string Name => "isolation-canary";

    public string Says => "A seller or buyer reaches no row that is another's or the platform's, not even past the program's own filters.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var breaches = new List<Breach>();
        foreach (var entity in OwnershipOf.Tables(platform.Model)) breaches.AddRange(await FindBreachesAsync(entity, cancellation));
        return [.. breaches.Take(Breach.Most)];
    }

    /// <summary>What of one table can be reached.</summary>
    internal Task<List<Breach>> FindBreachesAsync(IEntityType entity, CancellationToken cancellation) =>
        (Task<List<Breach>>)Try.MakeGenericMethod(entity.ClrType).Invoke(this, [entity, cancellation])!;

    private async Task<List<Breach>> TryAsync<T>(IEntityType entity, CancellationToken cancellation) where T : class
    {
        // Not the first by its key: no order is needed, any row is somebody else's.
        if (await platform.Set<T>().AsNoTracking().OrderBy(_ => 1).FirstOrDefaultAsync(cancellation) is not { } victim) return [];
        var ownership = OwnershipOf.Class(typeof(T));
        var row = RowStatements.Of(platform, entity);
        var breaches = new List<Breach>();
        foreach (var eyes in (Eyes[])[Eyes.Seller, Eyes.Buyer])
        {
            await using var intruder = Intruder(eyes);
            void Report(string what) =>
                breaches.Add(new Breach($"{entity.GetTableName()} ({ownership})", $"a {intruder.Sight.Role} of nobody {what}"));
            if (!IsPublic(ownership))
            {
                // What the database itself hides, EF cannot show; where it hides nothing, EF's filters stand alone.
                if (database.HidesRows
                    ? await ReachesAsync(intruder, row, row.Select, victim, cancellation)
                    : await intruder.Set<T>().AsNoTracking().AnyAsync(cancellation)) Report("reads it");
            }

            if (await ReachesAsync(intruder, row, row.Update, victim, cancellation)) Report("changes it");
            if (await ReachesAsync(intruder, row, row.Delete, victim, cancellation)) Report("deletes it");
            if (await ForgesAsync(intruder, victim, cancellation)) Report("writes one in another's name");
        }

        return breaches;
    }

    private MarketplaceDb Intruder(Eyes eyes)
    {
        var caller = new CallerAccessor();
        var nobody = Ids.From("canary", "nobody");
        caller.Set(eyes == Eyes.Seller ? new Caller(TenantId: nobody) : new Caller(BuyerId: nobody));
        return eyes == Eyes.Seller ? new SellerDb(sellers, parts, caller) : new BuyerDb(buyers, parts, caller);
    }

    private static bool IsPublic(Ownership ownership) =>
        ownership is Ownership.Published or Ownership.PublishedBySeller or Ownership.PublishedByBuyer;

    /// <summary>Whether the statement finds the victim's row. A key that would break shows that it was reached.</summary>
    private Task<bool> ReachesAsync(
        MarketplaceDb intruder, RowStatements row, string sql, object victim, CancellationToken cancellation) =>
        UndoneAsync(intruder, async transaction =>
        {
            await using var command = row.Command(transaction, sql, victim);
            return sql == row.Select
                ? await command.ExecuteScalarAsync(cancellation) is not (null or DBNull)
                : await command.ExecuteNonQueryAsync(cancellation) > 0;
        }, cancellation);

    private Task<bool> ForgesAsync(MarketplaceDb intruder, object victim, CancellationToken cancellation) =>
        UndoneAsync(intruder, async _ =>
        {
            var rows = new BulkRows();
            rows.Add(victim);
            await rows.WriteAsync(intruder, cancellation);
            return true;
        }, cancellation);

    private async Task<bool> UndoneAsync(MarketplaceDb db, Func<DbTransaction, Task<bool>> attempt, CancellationToken cancellation)
    {
        using var turn = await database.EnterWriteAsync(cancellation);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async stop =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            try
            {
                return await attempt(transaction.GetDbTransaction());
            }
            catch (DbException refused)
            {
                // Any other failure (a key that exists, a check) comes after the guard let it through.
                return !database.IsRefused(refused);
            }
        }, cancellation);
    }
}
