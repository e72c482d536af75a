using System.Text;
using CsvHelper;
using SpreadCheetah;

namespace Marketplace.Catalog.Exchange.Contracts;

public enum SheetFormat
{
    Csv,
    Xlsx,
}

/// <summary>
/// Writes rows of text into a stream as they come. A cell that begins like a formula is guarded
/// (<see cref="CellGuard"/>), in a workbook too: there it is text anyway, but many save it as CSV again.
/// </summary>
public sealed class SheetWriter : IAsyncDisposable
{
    private readonly CsvWriter? _csv;
    private readonly Spreadsheet? _book;

    private SheetWriter(CsvWriter? csv, Spreadsheet? book) => (_csv, _book) = (csv, book);

    public static async Task<SheetWriter> OpenAsync(Stream target, SheetFormat format, CancellationToken cancellation)
    {
        if (format == SheetFormat.Xlsx)
        {
            var book = await Spreadsheet.CreateNewAsync(target, cancellationToken: cancellation);
            await book.StartWorksheetAsync("Listings", token: cancellation);
            return new SheetWriter(null, book);
        }

        // Excel takes UTF-8 for what it is only by its mark.
        await target.WriteAsync(Encoding.UTF8.GetPreamble(), cancellation);
        return new SheetWriter(CsvWriter.Create(target, null, leaveOpen: true), null);
    }

    public async Task AddAsync(IReadOnlyList<string> cells, CancellationToken cancellation)
    {
        if (_csv is not null) await _csv.WriteRecordAsync([.. cells.Select(CellGuard.Write)], cancellation);
        else await _book!.AddRowAsync(cells.Select(c => new Cell(CellGuard.Write(c))).ToList(), cancellation);
    }

    /// <summary>A workbook is readable only after this.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        if (_csv is not null) await _csv.FlushAsync(cancellation);
        else await _book!.FinishAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_csv is not null) await _csv.DisposeAsync();
        if (_book is not null) await _book.DisposeAsync();
    }
}
