namespace Marketplace.Migrations.SqlServer;

/// <summary>What must hold for the database as a whole; each is one statement for its owner.</summary>
public static class DatabaseSettings
{
    /// <summary>
    /// Columns say their collation themselves. Lists of values that a query brings along take the database's, and comparing
    /// the two fails (error 468) unless it is the same.
    /// </summary>
    public static string Demand(string collation) => $"""
        IF CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), 'Collation')) <> N'{collation}'
          THROW 50000, N'The database must have the collation {collation}: create it so, or let `migrate --roles` create it.', 1
        """;

    public const string SnapshotsAreOff =
        "SELECT COUNT(*) FROM sys.databases WHERE database_id = DB_ID() AND is_read_committed_snapshot_on = 0";

    /// <summary>
    /// Readers see the last committed row instead of waiting for its writer, as on the other databases. Takes the database for
    /// itself: whoever else waits to migrate is disconnected and comes again.
    /// </summary>
    public const string TurnSnapshotsOn =
        "EXEC(N'ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE')";
}
