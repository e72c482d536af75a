using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>
/// Two entries of the audit log: when the demo world was begun, by its own clock, and that it is complete. Between the
/// two somebody broke it off, and the next run goes on in the same days.
/// </summary>
internal sealed class DemoMark(SeedSender sender)
{
    private const string Begun = "demo-begun";
    private const string Made = "demo-made";

    public static async Task<bool> IsHalfMadeAsync(PlatformDb db, CancellationToken cancellation)
    {
        var marks = await db.Set<AuditRow>().Where(r => r.SubjectKind == "demo").Select(r => r.Action).ToListAsync(cancellation);
        return marks.Contains(Begun) && !marks.Contains(Made);
    }

    /// <summary>When the first run began, which is now when this is it; and whether one has come to the end.</summary>
    public async Task<(DateTimeOffset Start, bool IsMade)> BeginAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var marks = await sender.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().Where(r => r.SubjectKind == "demo")
            .ToListAsync(cancellation));
        if (marks.Find(m => m.Action == Begun) is { } begun) return (new DateTimeOffset(begun.AtUtc), marks.Exists(m => m.Action == Made));
        await NoteAsync(Begun, now, cancellation);
        return (now, false);
    }

    public Task EndAsync(DateTimeOffset now, CancellationToken cancellation) => NoteAsync(Made, now, cancellation);

    private Task NoteAsync(string action, DateTimeOffset now, CancellationToken cancellation) => sender.BulkAsync(writer =>
    {
        writer.Add(new AuditRow
        {
            Id = Ids.From("demo", "mark", action), AtUtc = now.UtcDateTime, Actor = Caller.System.Actor, Action = action,
            SubjectKind = "demo", SubjectId = "world", Detail = "",
        });
        return Task.CompletedTask;
    }, null, cancellation);
}
