using System.Globalization;
using System.Text;
using Marketplace.Catalog;
using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Catalog.Listings.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Catalog.Exchange;

/// <summary>Files in few words, and what came of them.</summary>
internal static class ImportWorld
{
    public const string Job = "run-imports";

    /// <summary>A cell with commas, long enough for a description.</summary>
    public const string Words = "\"Thrown by hand, glazed twice and fired at 1,280 °C.\"";

    /// <summary>Uploads, says that the columns are right as guessed, and lets the dry run happen.</summary>
    public static async Task<ImportView> CheckedAsync(
        this CatalogWorld world, Caller who, byte[] content, string name = "listings.csv", Func<ImportView, CheckImport>? say = null,
        byte[]? zip = null)
    {
        var id = (await world.Host.SendAsync(who, new UploadImport(content, name, zip))).Required();
        var view = await world.ImportAsync(who, id);
        var said = await world.Host.SendAsync(who, say?.Invoke(view) ?? As(view));
        Assert.True(said.Ok, said.Error?.Message);
        await world.Host.RunJobAsync(Job);
        return await world.ImportAsync(who, id);
    }

    public static async Task<ImportView> ImportedAsync(
        this CatalogWorld world, Caller who, byte[] content, string name = "listings.csv", Func<ImportView, CheckImport>? say = null,
        byte[]? zip = null)
    {
        var view = await world.CheckedAsync(who, content, name, say, zip);
        var begun = await world.Host.SendAsync(who, new ConfirmImport(view.Id));
        Assert.True(begun.Ok, begun.Error?.Code + string.Join("; ", (await world.ItemsAsync(who, view.Id))
            .SelectMany(i => i.Problems.Select(Said))));
        Assert.StartsWith("made", await world.Host.RunJobAsync(Job));
        return await world.ImportAsync(who, view.Id);
    }

    public static CheckImport As(ImportView view, ImportOptions? options = null) =>
        new(view.Id, [.. view.Columns.Select(c => c.Field)], options ?? view.Options);

    public static async Task<ImportView> ImportAsync(this CatalogWorld world, Caller who, string id) =>
        (await world.Host.SendAsync(who, new GetImport(id))).Required();

    public static async Task<IReadOnlyList<ImportItemView>> ItemsAsync(this CatalogWorld world, Caller who, string id) =>
        (await world.Host.SendAsync(who, new ListImportItems(id, Size: ListImportItems.MaximumSize))).Required().Items;

    public static string Said(RowProblem problem) =>
        $"{problem.Line} {problem.Column}: {string.Format(CultureInfo.InvariantCulture, problem.Text, [.. problem.Parts])}";

    /// <summary>The whole catalogue as its own export.</summary>
    public static async Task<string> ExportAsync(this CatalogWorld world, Caller who)
    {
        var columns = (await world.Host.SendAsync(who, new GetExportColumns())).Required();
        var text = new StringBuilder(string.Join(',', columns)).Append("\r\n");
        for (string? after = null; ;)
        {
            var page = (await world.Host.SendAsync(
                who, new ListExportRows(columns, ExportPart.All, "https://lanes.example", after))).Required();
            foreach (var row in page.Items) text.AppendJoin(',',
                row.Select(c => '"' + CellGuard.Write(c).Replace("\"", "\"\"") + '"')).Append("\r\n");
            if ((after = page.Next) is null) return text.ToString();
        }
    }

    /// <summary>Every row of the seller's listings, published ones too, but for what only ever counts on.</summary>
    public static Task<List<string>> CatalogueAsync(this CatalogWorld world, Caller who) => ReadAsync(world, who);

    private static async Task<List<string>> ReadAsync(CatalogWorld world, Caller who)
    {
        await using var scope = world.Host.ScopeFor(who);
        var db = scope.ServiceProvider.GetRequiredService<SellerDb>();
        var lines = new List<string>();
        foreach (var id in await db.Listings.OrderBy(l => l.Id).Select(l => l.Id).ToListAsync())
        {
            var image = await ListingImage.ReadAsync(db, id, default);
            lines.Add($"{id} {image.Hash()} {string.Join(' ', image.Stock)}");
            lines.AddRange(image.Rows.SelectMany(g => g.Value.Select(r => $"{id} {g.Key} {Columns(r)}")));
        }

        var stray = await db.PublishedListings.Where(l => l.TenantId == who.TenantId && !db.Set<Listing>().Any(o => o.Id == l.Id)).CountAsync();
        var prices = await db.Set<Marketplace.Catalog.Pricing.Contracts.OfferPrice>().CountAsync(p => p.TenantId == who.TenantId);
        var stock = await db.Set<Marketplace.Catalog.Inventory.Contracts.OfferStock>().CountAsync(p => p.TenantId == who.TenantId);
        return [.. lines.Order(StringComparer.Ordinal), $"stray {stray}, prices {prices}, stock {stock}"];
    }

    private static string Columns(Dictionary<string, System.Text.Json.JsonElement> row) =>
        string.Join(' ', row.Where(c => c.Key is not ("Version" or "Revisions")).Select(c => $"{c.Key}={c.Value}"));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
