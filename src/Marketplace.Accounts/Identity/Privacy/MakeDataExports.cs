using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Privacy;

/// <summary>The file lies there: it can be fetched for a week, and its person is told; once.</summary>
[Internal]
public sealed record FinishDataExport(string ExportId) : ICommand<Result>, IPlatformTransaction;

/// <summary>Its time is over and its file is gone.</summary>
[Internal]
public sealed record ExpireDataExport(string ExportId) : ICommand<Result>, IPlatformTransaction;

/// <summary>
/// Makes the copies that people asked for and deletes old ones. Broken off in between it makes the same file again.
/// </summary>
internal sealed class MakeDataExports(
    PlatformDb db, IEnumerable<IPersonalData> contexts, IFileStore files, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 10;

    public string Name => "make-data-exports";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var wanted = await db.DataExports.AsNoTracking().Where(e => e.State == DataExportState.Requested)
            .OrderBy(e => e.RequestedAtUtc).Take(Batch).ToListAsync(cancellation);
        foreach (var export in wanted) await MakeAsync(export, cancellation);
        var old = await db.DataExports.AsNoTracking().Where(e => e.State == DataExportState.Ready && e.UntilUtc <= now)
            .OrderBy(e => e.UntilUtc).Take(Batch).ToListAsync(cancellation);
        foreach (var export in old)
        {
            await files.DeleteAsync(export.Path, cancellation);
            (await sender.Send(new ExpireDataExport(export.Id), cancellation)).ThrowIfFailed();
        }

        return $"made {wanted.Count} copies, deleted {old.Count}";
    }

    private async Task MakeAsync(DataExport export, CancellationToken cancellation)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == export.PersonId, cancellation);
        var subject = new DataSubject(person.Id, person.BuyerId, person.Email!);
        var sheets = new List<DataSheet>();
        foreach (var context in contexts) sheets.AddRange(await context.ReadAsync(subject, cancellation));
        using var zip = ExportFile.Write(person.Name, clock.GetUtcNow(), sheets);
        await files.PutAsync(export.Path, zip, "application/zip", cancellation);
        (await sender.Send(new FinishDataExport(export.Id), cancellation)).ThrowIfFailed();
    }
}

internal sealed class DataExportEnds(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<FinishDataExport, Result>, ICommandHandler<ExpireDataExport, Result>
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async ValueTask<Result> Handle(FinishDataExport command, CancellationToken cancellationToken)
    {
        var export = await db.DataExports.SingleAsync(e => e.Id == command.ExportId, cancellationToken);
        if (export.State != DataExportState.Requested) return Result.Success();
        var now = clock.GetUtcNow().UtcDateTime;
        (export.State, export.ReadyAtUtc, export.UntilUtc) = (DataExportState.Ready, now, now + Life);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == export.PersonId, cancellationToken);
        return await sender.Send(
            new QueueMail(
                $"data-export/{export.Id}", person.Email!,
                new MailText(
                    "The copy of your data is ready", $"Hello {person.Name}",
                    ["You asked for all that we keep of you. It is a ZIP file: a page to read, and the same as JSON for programs.",
                        "Log in as yourself to fetch it; we ask for your password once more. After seven days it is deleted."],
                    new MailLink("Fetch it", "/account/privacy"),
                    Note: "If you did not ask for it, change your password and write to us."),
                BuyerId: person.BuyerId),
            cancellationToken);
    }

    public async ValueTask<Result> Handle(ExpireDataExport command, CancellationToken cancellationToken)
    {
        await db.DataExports.Where(e => e.Id == command.ExportId)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.State, DataExportState.Expired), cancellationToken);
        return Result.Success();
    }
}
