using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Kernel.Data;

/// <summary>
/// What differs between databases; one implementation in each migrations project. Instances are singletons.
/// </summary>
public interface IDatabaseProvider
{
    string Name { get; }

    /// <summary>Asks for the names of the database's tables.</summary>
    string TablesSql { get; }

    /// <summary>Whether the database itself hides others' rows from a SELECT; else EF's filters alone do.</summary>
    bool HidesRows { get; }

    /// <summary>Connects a context with the role of its eyes; the connection tells the database who asks.</summary>
    void Configure(DbContextOptionsBuilder options, Eyes eyes);

    /// <summary>
    /// Creates or upgrades the schema and, from the model, the triggers or policies that guard it. Safe to start
    /// from several processes at once.
    /// </summary>
    Task MigrateAsync(ModelParts parts, CancellationToken cancellation);

    /// <summary>
    /// Waits for one of the places for transactions: the only one where the database takes one writer at a time,
    /// elsewhere fewer than there are connections. Never enter it twice in one flow.
    /// </summary>
    ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation);

    /// <summary>Whether the failed save hit a unique key: somebody else was first.</summary>
    bool IsDuplicateKey(DbUpdateException exception);

    /// <summary>Whether the database refused a statement because of whose row it is, and for no other reason.</summary>
    bool IsRefused(DbException exception);
}
