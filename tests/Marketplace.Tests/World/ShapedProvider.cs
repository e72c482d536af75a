using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Tests.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.World;

/// <summary>The database under test, whose queries are held against SQL Server too.</summary>
internal sealed class ShapedProvider(IDatabaseProvider inner) : IDatabaseProvider
{
    public string Name => inner.Name;

    public string TablesSql => inner.TablesSql;

    public bool HidesRows => inner.HidesRows;

    public void Configure(DbContextOptionsBuilder options, Eyes eyes)
    {
        inner.Configure(options, eyes);
        options.AddInterceptors(ShapeCollector.Instance);
    }

    public Task MigrateAsync(ModelParts parts, CancellationToken cancellation) => inner.MigrateAsync(parts, cancellation);

    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation) => inner.EnterWriteAsync(cancellation);

    public bool IsDuplicateKey(DbUpdateException exception) => inner.IsDuplicateKey(exception);

    public bool IsRefused(DbException exception) => inner.IsRefused(exception);
}
