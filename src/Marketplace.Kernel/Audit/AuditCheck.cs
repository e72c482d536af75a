using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Kernel.Audit;

/// <param name="Sealed">Rows whose hash is right, from the first on.</param>
/// <param name="BrokenAt">The first place that does not fit: a row was changed, or is missing; null when all is whole.</param>
/// <param name="BrokenId">The row found there; null when there is none.</param>
public sealed record AuditState(long Sealed, long Unsealed, long? BrokenAt, string? BrokenId)
{
    public bool IsWhole => BrokenAt is null;
}

/// <summary>Goes through the whole chain and says where it is broken.</summary>
public static class AuditCheck
{
    private const int Batch = 1000;

    public static async Task<AuditState> RunAsync(PlatformDb db, CancellationToken cancellation)
    {
        var unsealed = await db.Set<AuditRow>().LongCountAsync(r => r.Sequence == null, cancellation);
        var (sequence, before) = (0L, AuditSeal.Beginning);
        while (true)
        {
            var from = sequence;
            var rows = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Sequence > from).OrderBy(r => r.Sequence)
                .Take(Batch).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                if (row.Sequence != sequence + 1 || row.Hash != AuditSeal.Of(row, sequence + 1, before))
                    return new AuditState(sequence, unsealed, sequence + 1, row.Sequence == sequence + 1 ? row.Id : null);
                (sequence, before) = (sequence + 1, row.Hash!);
            }

            if (rows.Count < Batch) return new AuditState(sequence, unsealed, null, null);
        }
    }
}
