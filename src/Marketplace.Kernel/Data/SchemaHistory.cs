using Microsoft.EntityFrameworkCore;

namespace Marketplace.Kernel.Data;

/// <summary>How a database looks to this program, by its own history of migrations.</summary>
public enum SchemaState
{
    UpToDate,
    /// <summary>Empty, or of an older version: migrating brings it up.</summary>
    Behind,
    /// <summary>Some other program made it: nothing here knows how to go on from there.</summary>
    Foreign,
}

/// <summary>The database holds what no migration of this program made, so it is left as it is.</summary>
public sealed class ForeignSchemaException() : InvalidOperationException(
    "The database was made by another version of this program, and no migration leads from there to here. Start the "
    + "version that made it, restore a backup of this one, or give this one an empty database.");

public static class SchemaHistory
{
    public static async Task<SchemaState> ReadAsync(PlatformDb db, IDatabaseProvider provider, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Exists(id => !known.Contains(id))) return SchemaState.Foreign;
        if (applied.Count > 0) return applied.Count == known.Count ? SchemaState.UpToDate : SchemaState.Behind;

        // Tables of ours without a history were made by some other way than migrating.
        var tables = await db.Database.SqlQueryRaw<string>(provider.TablesSql).ToListAsync(cancellation);
        var ours = db.Model.GetEntityTypes().Select(e => e.GetTableName());
        return ours.Intersect(tables, StringComparer.Ordinal).Any() ? SchemaState.Foreign : SchemaState.Behind;
    }

    /// <summary>
    /// Applies what is missing. A model that has run ahead of its migrations would fail later, somewhere else and in
    /// riddles; so it fails here.
    /// </summary>
    public static async Task UpgradeAsync(PlatformDb db, IDatabaseProvider provider, CancellationToken cancellation)
    {
        var state = await ReadAsync(db, provider, cancellation);
        if (state == SchemaState.Foreign) throw new ForeignSchemaException();
        if (db.Database.HasPendingModelChanges())
            throw new InvalidOperationException("The model has changed since its migrations were written: run `make migration`.");
        if (state == SchemaState.Behind) await db.Database.MigrateAsync(cancellation);
    }
}
