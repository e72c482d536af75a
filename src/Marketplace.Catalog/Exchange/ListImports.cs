using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>The seller's imports, the latest first, twenty a page.</summary>
[Seller(SellerPermissions.Listings)]
public sealed record ListImports(string? After = null) : IQuery<Result<Page<ImportSummary>>>
{
    public const int PageSize = 20;
}

public sealed record ImportSummary(
    string Id, string FileName, ImportKind Kind, ImportState State, int Rows, int Items, int Cursor, DateTime AtUtc);

internal sealed class ListImportsHandler(SellerDb db) : IQueryHandler<ListImports, Result<Page<ImportSummary>>>
{
    public async ValueTask<Result<Page<ImportSummary>>> Handle(ListImports query, CancellationToken cancellationToken)
    {
        var runs = db.ImportRuns.AsNoTracking();
        if (query.After is { } after) runs = runs.Where(r => string.Compare(r.Id, after) < 0);
        var rows = await runs.OrderByDescending(r => r.Id).Take(ListImports.PageSize + 1)
            .Select(r => new ImportSummary(r.Id, r.FileName, r.Kind, r.State, r.Rows, r.Items, r.Cursor, r.AtUtc))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, ListImports.PageSize, r => r.Id);
    }
}

/// <summary>
/// What a file does to listings, in the order of its lines; with <paramref name="OnlyProblems"/> those with something to
/// mend. Of a run that is not the seller's: none.
/// </summary>
/// <param name="AfterLine">The line and number of the last one seen, as the page before says.</param>
[Seller(SellerPermissions.Listings)]
public sealed record ListImportItems(
    string ImportId, ImportOutcome? Outcome = null, bool OnlyProblems = false, string? After = null, int Size = 25)
    : IQuery<Result<Page<ImportItemView>>>
{
    public const int MaximumSize = 500;
}

public sealed record ImportItemView(
    int Number, int Line, string Title, string Sku, ImportOutcome Outcome, ImportStep Step, string? ListingId,
    IReadOnlyList<FieldChange> Changes, IReadOnlyList<RowProblem> Problems);

internal sealed class ListImportItemsHandler(SellerDb db) : IQueryHandler<ListImportItems, Result<Page<ImportItemView>>>
{
    public async ValueTask<Result<Page<ImportItemView>>> Handle(ListImportItems query, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(query.Size, 1, ListImportItems.MaximumSize);
        var items = db.ImportItems.AsNoTracking().Where(i => i.RunId == query.ImportId);
        if (query.Outcome is { } outcome) items = items.Where(i => i.Outcome == outcome);
        if (query.OnlyProblems) items = items.Where(i => i.HasProblems);
        if (query.After?.Split('-') is [var line, var number] && int.TryParse(line, out var l) && int.TryParse(number, out var n))
            items = items.Where(i => i.Line > l || (i.Line == l && i.Number > n));
        var rows = await items.OrderBy(i => i.Line).ThenBy(i => i.Number).Take(size + 1).Select(i => new ImportItemView(
            i.Number, i.Line, i.Title, i.Sku, i.Outcome, i.Step, i.ListingId, i.Changes, i.Problems)).ToListAsync(cancellationToken);
        return Page.Of(rows, size, r => $"{r.Line}-{r.Number}");
    }
}
