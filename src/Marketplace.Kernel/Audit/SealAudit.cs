using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Kernel.Audit;

/// <summary>
/// Seals what was written since into the chain, a hundred rows a transaction. One process at a time: the unique place
/// in the chain refuses a second one.
/// </summary>
internal sealed class SealAuditJob(PlatformDb db, IDatabaseProvider database) : IJob
{
    private const int Batch = 100;
    private const int MostBatches = 100;

    public string Name => "seal-audit";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var count = 0;
        for (var i = 0; i < MostBatches; i++)
        {
            var now = await SealAsync(cancellation);
            count += now;
            if (now < Batch) break;
        }

        return $"sealed {count} rows";
    }

    private async Task<int> SealAsync(CancellationToken cancellation)
    {
        using var turn = await database.EnterWriteAsync(cancellation);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async stop =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var last = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Sequence != null)
                .OrderByDescending(r => r.Sequence).Select(r => new { r.Sequence, r.Hash }).FirstOrDefaultAsync(stop);
            var (sequence, before) = (last?.Sequence ?? 0, last?.Hash ?? AuditSeal.Beginning);
            var rows = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Sequence == null).OrderBy(r => r.Id).Take(Batch)
                .ToListAsync(stop);
            foreach (var row in rows)
            {
                var (place, hash) = (++sequence, AuditSeal.Of(row, sequence, before));
                await db.Set<AuditRow>().Where(r => r.Id == row.Id && r.Sequence == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(r => r.Sequence, place).SetProperty(r => r.Hash, hash), stop);
                before = hash;
            }

            await transaction.CommitAsync(stop);
            return rows.Count;
        }, cancellation);
    }
}
