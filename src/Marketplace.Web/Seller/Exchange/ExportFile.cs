using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Mvc;

namespace Marketplace.Web.Seller.Exchange;

/// <summary>The catalogue as a file, sent as it is read: a large shop needs no more memory than a small one.</summary>
internal sealed class ExportFile(ISender sender, IReadOnlyList<string> columns, ExportPart part, SheetFormat format) : IActionResult
{
    /// <summary>Its name, and where pictures are found.</summary>
    public required string Seller { get; init; }

    public required string PicturesAt { get; init; }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancellation) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var ending = format == SheetFormat.Csv ? "csv" : "xlsx";
        response.ContentType = format == SheetFormat.Csv
            ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        response.Headers.ContentDisposition = $"attachment; filename=\"listings-{Seller}.{ending}\"";
        response.Headers.CacheControl = "no-store";
        await using var sheet = await SheetWriter.OpenAsync(response.BodyWriter.AsStream(leaveOpen: true), format, cancellation);
        await sheet.AddAsync(columns, cancellation);
        for (string? after = null; ;)
        {
            var page = (await sender.Send(new ListExportRows(columns, part, PicturesAt, after), cancellation)).Required();
            foreach (var row in page.Items) await sheet.AddAsync(row, cancellation);
            if ((after = page.Next) is null) break;
        }

        await sheet.EndAsync(cancellation);
        await response.BodyWriter.FlushAsync(cancellation);
    }
}

/// <summary>What is to be mended in a file, as a file: line, column, what is wrong, how to mend it.</summary>
internal sealed class ProblemsFile(ISender sender, string importId, string fileName, ImportWording wording) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancellation) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        response.Headers.CacheControl = "no-store";
        await using var sheet = await SheetWriter.OpenAsync(response.BodyWriter.AsStream(leaveOpen: true), SheetFormat.Csv, cancellation);
        await sheet.AddAsync(wording.ProblemColumns, cancellation);
        for (string? after = null; ;)
        {
            var page = (await sender.Send(
                new ListImportItems(importId, OnlyProblems: true, After: after, Size: ListImportItems.MaximumSize),
                    cancellation)).Required();
            foreach (var problem in page.Items.SelectMany(i => i.Problems.Select(p => (i.Title, Problem: p))))
                await sheet.AddAsync(wording.ProblemRow(problem.Title, problem.Problem), cancellation);
            if ((after = page.Next) is null) break;
        }

        await sheet.EndAsync(cancellation);
        await response.BodyWriter.FlushAsync(cancellation);
    }
}
