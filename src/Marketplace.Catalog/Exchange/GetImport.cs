using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>One import, with its numbers. Error: <c>import.not-found</c>.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record GetImport(string ImportId) : IQuery<Result<ImportView>>;

/// <param name="Counts">Listings by what the file does to them.</param>
/// <param name="Steps">Listings by what became of them.</param>
/// <param name="Sample">While columns are being chosen: the first cells of each column.</param>
public sealed record ImportView(
    string Id, string FileName, ImportKind Kind, string Format, ImportState State, IReadOnlyList<ImportColumn> Columns,
        ImportOptions Options,
    int Rows, int Items, int Cursor, IReadOnlyDictionary<ImportOutcome, int> Counts, IReadOnlyDictionary<ImportStep, int> Steps,
    DateTime AtUtc, DateTime? EndedAtUtc, string? Failure, IReadOnlyList<IReadOnlyList<string>> Sample)
{
    public bool IsWorking => State is ImportState.Checking or ImportState.Running or ImportState.Undoing;

    /// <summary>Of the present step; null while its size is not known.</summary>
    public int? Percent => State is ImportState.Running or ImportState.Undoing && Items > 0 ? Cursor * 100 / Items : null;
}

internal sealed class GetImportHandler(SellerDb db, IFileStore files) : IQueryHandler<GetImport, Result<ImportView>>
{
    public async ValueTask<Result<ImportView>> Handle(GetImport query, CancellationToken cancellationToken)
    {
        if (await db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.ImportId, cancellationToken) is not { } run)
            return ExchangeErrors.NotFound;
        var counts = await db.ImportItems.Where(i => i.RunId == run.Id).GroupBy(i => new { i.Outcome, i.Step })
            .Select(g => new { g.Key.Outcome, g.Key.Step, Count = g.Count() }).ToListAsync(cancellationToken);
        return new ImportView(
            run.Id, run.FileName, run.Kind, run.Encoding, run.State, run.Columns, run.Options, run.Rows, run.Items, run.Cursor,
            counts.GroupBy(c => c.Outcome).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            counts.GroupBy(c => c.Step).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            run.AtUtc, run.EndedAtUtc, run.Failure,
            run.State is ImportState.Columns or ImportState.Failed ? await SampleAsync(run, cancellationToken) : []);
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> SampleAsync(ImportRun run, CancellationToken cancellation)
    {
        var read = await ImportFiles.ReadAsync(files, run.Path, cancellation);
        if (read is null || !SheetReader.Read(read).Ok) return [];
        var rows = SheetReader.Read(read).Required().Rows.Take(20).ToList();
        return [.. run.Columns.Select((_, i) => (IReadOnlyList<string>)
            [.. rows.Where(r => i < r.Cells.Count).Select(r => r.Cells[i].Text).Where(t => t.Length > 0)
                .Distinct(StringComparer.Ordinal).Take(2)])];
    }
}

internal static class ImportFiles
{
    /// <summary>Null when the file is gone.</summary>
    public static async Task<byte[]?> ReadAsync(IFileStore files, string path, CancellationToken cancellation)
    {
        await using var stream = await files.OpenAsync(path, cancellation);
        if (stream is null) return null;
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellation);
        return buffer.ToArray();
    }
}
