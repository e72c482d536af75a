using System.Data.Common;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Web.Tests.World;

/// <summary>What a site asked its database, in order.</summary>
public sealed class QueryLog : DbCommandInterceptor
{
    /// <summary>Who calls, whose place, how the platform is run: asked for nearly every request, by design.</summary>
    private static readonly string[] LookUps = ["FROM \"PlatformSettings\"", "FROM \"People\"", "FROM \"Sellers\""];

    private readonly List<string> _commands = [];

    /// <summary>The queries since the last call, look-ups of tenant, session and settings aside.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_commands)
        {
            var taken = _commands.Where(c => !LookUps.Any(l => c.Contains(l, StringComparison.Ordinal))).ToList();
            _commands.Clear();
            return taken;
        }
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        lock (_commands) _commands.Add(result.CommandText);
        return result;
    }
}

/// <summary>The provider under test, overheard.</summary>
internal sealed class OverheardProvider(IDatabaseProvider inner, QueryLog log) : IDatabaseProvider
{
    public string Name => inner.Name;

    public string TablesSql => inner.TablesSql;

    public bool HidesRows => inner.HidesRows;

    public void Configure(DbContextOptionsBuilder options, Eyes eyes)
    {
        inner.Configure(options, eyes);
        options.AddInterceptors(log);
    }

    public Task MigrateAsync(ModelParts parts, CancellationToken cancellation) => inner.MigrateAsync(parts, cancellation);

    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation) => inner.EnterWriteAsync(cancellation);

    public bool IsDuplicateKey(DbUpdateException exception) => inner.IsDuplicateKey(exception);

    public bool IsRefused(DbException exception) => inner.IsRefused(exception);
}
