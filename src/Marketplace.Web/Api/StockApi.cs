using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Api;

[Description("What lies at one place, and how much of it orders hold.")]
internal sealed record StockAtPlace(string LocationId, int OnHand, int Reserved);

[Description("What is left of one offer; free is what can still be sold.")]
internal sealed record StockItem(
    string OfferId, string ListingId, string Title, string Options, string Sku, int Free, IReadOnlyList<StockAtPlace> Places);

[Description("Units more (12) or fewer (-2) of one offer. Without a location: the shop's first.")]
internal sealed record StockChangeInput(
    string OfferId, [property: Range(-1_000_000, 1_000_000)] int Change, string? LocationId = null);

[Description("Changes of stock; each stands for itself.")]
internal sealed record StockInput(
    [property: MinLength(1), MaxLength(100)] IReadOnlyList<StockChangeInput> Changes, StockReason Reason,
    [property: MaxLength(200)] string Note = "");

[Description("What became of one change; problem is null where it was done.")]
internal sealed record StockResult(string OfferId, bool Done, Problem? Problem);

[Description("What became of each change, in their order.")]
internal sealed record StockResults(IReadOnlyList<StockResult> Results);

/// <summary>How many are left. Changes are differences: what was sold meanwhile is not overwritten.</summary>
internal static class StockApi
{
    private const int Most = 100;
    private const int LongestNote = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/stock", ListAsync)
            .Describe("listStock", "Stock", "List your stock", ApiScopes.ListingsRead, "The scarcest first, fifty a page.")
            .With(
                new ApiParameter("q", "Part of a title or an SKU.", "mug"),
                new ApiParameter("low", "Only those at the shop's mark for low stock.", "false") { Type = "boolean" }, ApiParameter.Cursor)
            .Gives(200, "A page of offers.", new ApiPage<StockItem>(
                [new StockItem(ExampleId.Offer, ExampleId.Listing, "Speckled mug", "", "MUG-SPECKLED", 11,
                    [new StockAtPlace(ExampleId.Location, 12, 1)])], null));
        api.MapPatch("/stock", PatchAsync)
            .Describe("changeStock", "Stock", "Change your stock", ApiScopes.StockWrite,
                "Up to 100 changes, each done or refused for itself. Send an Idempotency-Key, so that a repeat counts nothing twice.")
            .Once().Takes(new StockInput([new StockChangeInput(ExampleId.Offer, 12)], StockReason.Received, "Delivery 2026-118"))
            .Gives(200, "What became of each change.", new StockResults([new StockResult(ExampleId.Offer, true, null)]));
    }

    private static async Task<IResult> ListAsync(HttpContext http, ISender sender)
    {
        var cursor = Cursor.Read(http);
        if (!cursor.Ok) return new ApiRefusal(cursor.Error);
        var page = cursor.Value.Page;
        var found = await sender.Send(new ListStock(Query.Text(http, "q"), Query.Flag(http, "low"), page), http.RequestAborted);
        if (!found.Ok) return new ApiRefusal(found.Error);
        var more = found.Value.Total > page * ListStock.PageSize;
        return Results.Ok(new ApiPage<StockItem>(
            [.. found.Value.Rows.Select(Item)],
            more ? Cursor.Write((page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) : null));
    }

    private static async Task<IResult> PatchAsync(HttpContext http, ISender sender, IStringLocalizer<Words> words)
    {
        var body = await ApiBody.ReadAsync<StockInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        var input = body.Value;
        if (input.Note.Length > LongestNote) return new ApiRefusal(ApiErrors.WrongValue("note"));
        if (input.Changes.Count is 0 or > Most) return new ApiRefusal(ApiErrors.WrongValue("changes"));
        var (key, results) = (Query.Idempotency(http), new List<StockResult>());
        foreach (var change in input.Changes)
        {
            var done = await sender.Send(
                new ChangeStock(
                    [new StockChange(
                        PublicId.Read(PublicId.Offer, change.OfferId), PublicId.ReadOrNull(PublicId.Location, change.LocationId),
                        change.Change)],
                    input.Reason, input.Note, key is null ? null : $"{key}/{results.Count}"), http.RequestAborted);
            // Whoever may not change one may change none; and a key used for another body is about all of them.
            if (done.Error is { Kind: ErrorKind.Forbidden or ErrorKind.Unauthenticated } no) return new ApiRefusal(no);
            if (done.Error is { Code: "idempotency.other-body" } used) return new ApiRefusal(used);
            results.Add(new StockResult(
                change.OfferId, done.Ok, done.Error is { } error ? ApiRefusal.Of(error, ApiErrors.StatusOf(error), words) : null));
        }

        return Results.Ok(new StockResults(results));
    }

    private static StockItem Item(StockRow row) => new(
        PublicId.Of(PublicId.Offer, row.OfferId), PublicId.Of(PublicId.Listing, row.ListingId), row.Title, row.OptionsText, row.Sku,
        row.Free, [.. row.Cells.Select(c => new StockAtPlace(PublicId.Of(PublicId.Location, c.LocationId), c.OnHand, c.Reserved))]);
}
