using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Exchange.Model;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Taxonomy.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Catalog.Exchange;

/// <summary>
/// The dry run: the whole file laid over the catalogue as it is now, and what it would do kept listing by listing. A
/// repeat begins anew. Error: <c>import.wrong-state</c>.
/// </summary>
[Internal]
public sealed record CompareImport(string ImportId) : ICommand<Result>;

internal sealed class CompareImportHandler(SellerDb db, IFileStore files, ISender sender, TimeProvider clock)
    : ICommandHandler<CompareImport, Result>
{
    private const int AtOnce = 250;

    public async ValueTask<Result> Handle(CompareImport command, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == command.ImportId, cancellationToken);
        var content = await ImportFiles.ReadAsync(files, run.Path, cancellationToken);
        var read = content is null ? ExchangeErrors.Empty : SheetReader.Read(content);
        if (!read.Ok) return await sender.Send(new FailImport(run.Id, read.Error.Message), cancellationToken);

        var items = await PlanAsync(run, read.Value, cancellationToken);
        var begun = await sender.Send(new KeepItems(run.Id, null, [], Rows: 0), cancellationToken);
        for (var at = 0; begun.Ok && at < items.Count; at += AtOnce)
            begun = await sender.Send(new KeepItems(run.Id, at, [.. items.Skip(at).Take(AtOnce)], Rows: 0), cancellationToken);
        return begun.Ok ? await sender.Send(new KeepItems(run.Id, items.Count, [], read.Value.Rows.Count), cancellationToken) : begun;
    }

    private async Task<List<ImportItem>> PlanAsync(ImportRun run, Sheet sheet, CancellationToken cancellation)
    {
        var tree = await CategoryTreeReader.ReadAsync(db, cancellation);
        var setting = await SettingAsync(run, cancellation);
        var rows = ImportRow.Of(sheet, run.Columns);
        var matched = ImportMatch.Of(RowGroup.Of(rows, run.Kind), await OwnCatalog.KeysAsync(db, cancellation), run.Kind);
        var pictures = await KnownPictures.ReadAsync(db, rows, run, cancellation);
        var items = sheet.Problems.Select(p => Item(run, p.Line, "", "", null, new PlannedListing(null, [], [p]))).ToList();
        foreach (var chunk in matched.Chunk(AtOnce))
        {
            var existing = (await OwnCatalog.ReadAsync(db, [.. chunk.Select(m => m.ListingId).OfType<string>()], cancellation))
                .ToDictionary(l => l.Id, StringComparer.Ordinal);
            foreach (var match in chunk)
            {
                var listing = match.ListingId is { } id ? existing.GetValueOrDefault(id) : null;
                var planned = match.Problems.Count > 0
                    ? new PlannedListing(null, [], match.Problems)
                    : new ListingPlan(setting, tree, pictures.Find).Of(match.Group, listing);
                items.Add(Item(
                    run, match.Group.First.Line, planned.Planned?.Draft.Title ?? match.Group.First.Text(ImportFields.Title),
                    match.Group.Rows.Select(r => r.Text(ImportFields.Sku)).FirstOrDefault(s => s.Length > 0) ?? "", listing, planned));
            }
        }

        return [.. items.OrderBy(i => i.Outcome).ThenBy(i => i.Line).Select((i, n) => Numbered(i, n + 1))];
    }

    private async Task<ImportSetting> SettingAsync(ImportRun run, CancellationToken cancellation)
    {
        var locations = (await sender.Send(new ListLocations(), cancellation)).Required();
        return new ImportSetting(
            run.Kind, run.Options, locations.GroupBy(l => l.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(g => g.Key, g => g.First().Id, StringComparer.OrdinalIgnoreCase), locations.Count == 0
                    ? null : locations[0].Id);
    }

    private ImportItem Item(ImportRun run, int line, string title, string sku, OwnListing? listing, PlannedListing planned) => new()
    {
        TenantId = run.TenantId, RunId = run.Id, Number = 0, Line = line, Title = title.Length <= 150 ? title : title[..150],
        Sku = sku.Length <= 64 ? sku : sku[..64],
        Outcome = planned.Planned is null ? ImportOutcome.Error : listing is null ? ImportOutcome.New
            : planned.Changes.Count > 0 ? ImportOutcome.Changed : ImportOutcome.Unchanged,
        ListingId = planned.Planned is null ? null : listing?.Id ?? Ids.New(clock), SeenVersion = listing?.Version,
        Planned = planned.Planned, Changes = [.. planned.Changes], Problems = [.. planned.Problems],
        HasProblems = planned.Problems.Count > 0,
    };

    private static ImportItem Numbered(ImportItem item, int number) => new()
    {
        TenantId = item.TenantId, RunId = item.RunId, Number = number, Line = item.Line, Title = item.Title, Sku = item.Sku,
        Outcome = item.Outcome, ListingId = item.ListingId, SeenVersion = item.SeenVersion,
        // What needs nothing is kept for the preview alone; of what is new, its draft says all.
        Planned = item.Outcome is ImportOutcome.New or ImportOutcome.Changed ? item.Planned : null,
        Changes = item.Outcome == ImportOutcome.New ? [] : item.Changes, Problems = item.Problems, HasProblems = item.HasProblems,
    };
}
