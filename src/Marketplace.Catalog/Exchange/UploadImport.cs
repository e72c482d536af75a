using System.IO.Compression;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Catalog.Exchange.Adapters;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// Takes a file of listings in; nothing is imported yet. Answers the run's id. Errors: <c>import.empty</c>,
/// <c>import.too-large</c>, <c>import.not-a-table</c>, <c>import.no-columns</c>, <c>import.no-zip</c>,
/// <c>import.pictures-too-large</c>.
/// </summary>
/// <param name="Pictures">A ZIP of the pictures that the file names; null when it names addresses or none.</param>
[Seller(SellerPermissions.Listings)]
public sealed record UploadImport(byte[] Content, string FileName, byte[]? Pictures = null) : ICommand<Result<string>>;

internal sealed class UploadImportHandler(
    IFileStore files, ISender sender, ISettings settings, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<UploadImport, Result<string>>
{
    public const int MaximumZipBytes = 100 * 1024 * 1024;

    public async ValueTask<Result<string>> Handle(UploadImport command, CancellationToken cancellationToken)
    {
        var read = SheetReader.Read(command.Content);
        if (!read.Ok) return read.Error;
        if (command.Pictures is { } zip && ZipProblem(zip) is { } refused) return refused;

        var (sheet, id, tenant) = (read.Value, Ids.New(clock), caller.Caller.TenantId!);
        var path = await KeepAsync($"t/{tenant}/imports/{id}.table", command.Content, cancellationToken);
        var pictures = command.Pictures is null ? null : await KeepAsync($"t/{tenant}/imports/{id}.zip",
            command.Pictures, cancellationToken);
        var kind = ImportFields.KindOf(sheet.Header);
        var columns = ImportFields.Guess(sheet.Header, kind);
        var currency = (await settings.GetAsync(cancellationToken)).Currencies[0];
        var kept = await sender.Send(new KeepImport(new ImportRun
        {
            TenantId = tenant, Id = id, FileName = Shorten(command.FileName), Path = path, PicturesPath = pictures, Kind = kind,
            Encoding = sheet.Format, HeaderHash = SheetReader.HashOf(sheet.Header), Columns = columns,
            Options = new ImportOptions(currency, HasDecimalComma(sheet, columns), null, Publish: true),
            StartedBy = caller.Caller.Actor, AtUtc = clock.GetUtcNow().UtcDateTime,
        }), cancellationToken);
        return kept.Ok ? id : kept.Error;
    }

    private static Error? ZipProblem(byte[] zip)
    {
        if (zip.Length > MaximumZipBytes) return ExchangeErrors.PicturesTooLarge;
        if (!XlsxSheet.IsZip(zip)) return ExchangeErrors.NoZip;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count <= Sheet.MaximumRows ? null : ExchangeErrors.PicturesTooLarge;
        }
        catch (InvalidDataException)
        {
            return ExchangeErrors.NoZip;
        }
    }

    private async Task<string> KeepAsync(string path, byte[] content, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(content, writable: false);
        await files.PutAsync(path, stream, "application/octet-stream", cancellation);
        return path;
    }

    private static bool HasDecimalComma(Sheet sheet, List<ImportColumn> columns)
    {
        var prices = columns.Select((c, i) => (c.Field, i))
            .Where(c => c.Field?.Split(':')[0] is ImportFields.Price or ImportFields.CompareAt or ImportFields.SalePrice).ToList();
        return ImportNumbers.LooksLikeComma(sheet.Rows.Take(500).SelectMany(r => prices.Select(p => r.Cells[p.i]))
            .Where(c => !c.IsNumber).Select(c => c.Text));
    }

    private static string Shorten(string fileName)
    {
        var name = PictureSource.FileName(fileName);
        return name.Length <= 120 ? name : name[^120..];
    }
}

/// <summary>Writes the run down, with the columns that the seller gave the same titles the last time.</summary>
[Internal]
public sealed record KeepImport(ImportRun Run) : ICommand<Result>, ISellerTransaction;

internal sealed class KeepImportHandler(SellerDb db) : ICommandHandler<KeepImport, Result>
{
    public async ValueTask<Result> Handle(KeepImport command, CancellationToken cancellationToken)
    {
        var run = command.Run;
        var last = await db.ImportRuns.AsNoTracking().Where(r => r.HeaderHash == run.HeaderHash && r.State != ImportState.Columns)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is not null) (run.Columns, run.Options) = (last.Columns, last.Options);
        db.Add(run);
        return Result.Success();
    }
}
