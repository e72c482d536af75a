using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Catalog.Listings;
using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Mediator;

namespace Marketplace.Web.Api;

/// <summary>A seller's listings: read, written, shown to buyers and hidden from them.</summary>
internal static class ListingsApi
{
    private const string Tag = "Listings";

    private static readonly OfferPriceShape Nineteen = new("EUR", 1900);
    private static readonly DateTime Then = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    private static readonly ListingInput Input = new(
        "Speckled mug", "Thrown by hand from dark stoneware and glazed twice.", "Kiln & Clay",
        new Dictionary<string, IReadOnlyList<string>>(), [], [new OfferInput("MUG-SPECKLED", [], 420, [Nineteen])], [],
        ExampleId.Category);

    private static readonly ListingShape Whole = new(
        ExampleId.Listing, "8q4zk2m1va", ListingState.Published, false, 3, "/p/speckled-mug-8q4zk2m1va", Then, Then, Input.Title,
        Input.Description, Input.Brand, Input.CategoryId, Input.Attributes, [],
        [new OfferShape(ExampleId.Offer, "MUG-SPECKLED", null, [], 420, null, [Nineteen])], [], "", "", "en");

    private static readonly SavedListingShape Saved = new(ExampleId.Listing, "8q4zk2m1va", 4);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/listings", ListAsync)
            .Describe("listListings", Tag, "List your listings", ApiScopes.ListingsRead, "The last changed first.")
            .With(
                ApiParameter.OfEnum<ListingTab>("state", "Only those of one state; without it all but archived ones.", "published"),
                new ApiParameter("q", "Part of a title or an SKU.", "mug"), ApiParameter.Limit(200), ApiParameter.Cursor)
            .Gives(200, "A page of listings.", new ApiPage<ListingItem>(
                [new ListingItem(ExampleId.Listing, "8q4zk2m1va", Input.Title, ListingState.Published, false, "MUG-SPECKLED", 1, 12,
                    [new Price("EUR", 1900)], Then, Whole.Url)], null));
        api.MapPost("/listings", CreateAsync)
            .Describe("createListing", Tag, "Write a new listing", ApiScopes.ListingsWrite, "It is a draft until you publish it.")
            .Once().Takes(Input)
            .Gives(201, "Written.", Saved, ("ETag", "The new listing's version."), ("Location", "Where to read it."))
            .Refuses(400, "listing.sku-taken", "MUG-SPECKLED is the SKU of another of your listings.");
        api.MapGet("/listings/{id}", GetAsync)
            .Describe("getListing", Tag, "Read a listing", ApiScopes.ListingsRead)
            .At("id", "The listing's id.", ExampleId.Listing)
            .With(new ApiParameter("locale", "The language of its texts.", "en") { MaximumLength = 12 })
            .Gives(200, "The listing as you wrote it.", Whole, ("ETag", "Its version, for If-Match."))
            .Refuses(404, "listing.not-found", "There is no such listing.");
        api.MapPut("/listings/{id}", PutAsync)
            .Describe("replaceListing", Tag, "Write a listing anew", ApiScopes.ListingsWrite,
                "The whole listing as it shall be. Buyers see texts and pictures with the next publication.")
            .At("id", "The listing's id.", ExampleId.Listing).With(ApiParameter.IfMatch).Takes(Input)
            .Gives(200, "Written.", Saved, ("ETag", "Its new version."))
            .Refuses(404, "listing.not-found", "There is no such listing.")
            .Refuses(412, "listing.changed", "Somebody else saved this listing meanwhile. Open it again, then repeat your change.")
            .Refuses(428, "api.if-match-missing", "Say which version you change: If-Match with the ETag that you read.");
        MapStates(api);
    }

    private static void MapStates(IEndpointRouteBuilder api)
    {
        api.MapPost("/listings/{id}/publish", PublishAsync)
            .Describe("publishListing", Tag, "Show a listing to buyers", ApiScopes.ListingsWrite, "As it is written now.")
            .At("id", "The listing's id.", ExampleId.Listing).Once()
            .Gives(200, "Buyers see it, unless the marketplace looks at it first.", new PublishingShape(Held: false))
            .Refuses(400, "listing.not-ready", "A few things are missing before buyers can see this listing.")
            .Refuses(404, "listing.not-found", "There is no such listing.")
            .Refuses(409, "listing.wrong-state", "In its present state this listing cannot be published; restore it first.");
        api.MapPost("/listings/{id}/pause", PauseAsync)
            .Describe("pauseListing", Tag, "Hide a listing from buyers", ApiScopes.ListingsWrite, "Publish it to show it again.")
            .At("id", "The listing's id.", ExampleId.Listing).Once().GivesNothing("Buyers no longer see it.")
            .Refuses(404, "listing.not-found", "There is no such listing.")
            .Refuses(409, "listing.wrong-state", "In its present state this listing cannot be paused; only a published one can.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ISender sender)
    {
        var cursor = Cursor.Read(http);
        if (!cursor.Ok) return new ApiRefusal(cursor.Error);
        var found = await sender.Send(
            new ListMyListings(
                Query.Choice<ListingTab>(http, "state") ?? ListingTab.All, Query.Text(http, "q"), ListingSort.Changed,
                cursor.Value.Text, Query.Number(http, "limit", 50)), http.RequestAborted);
        return found.Ok
            ? Results.Ok(new ApiPage<ListingItem>([.. found.Value.Rows.Select(ListingItem.Of)], Cursor.Write(found.Value.Next)))
            : new ApiRefusal(found.Error);
    }

    private static async Task<IResult> CreateAsync(HttpContext http, ISender sender)
    {
        var body = await InputAsync(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        var saved = await sender.Send(
            new SaveListing(null, null, body.Value.ToDraft(), IdempotencyKey: Query.Idempotency(http)), http.RequestAborted);
        if (!saved.Ok) return new ApiRefusal(saved.Error);
        var shape = SavedListingShape.Of(saved.Value);
        http.Response.Headers.ETag = Query.ETag(shape.Version);
        return Results.Created($"/api/v1/listings/{shape.Id}", shape);
    }

    private static async Task<IResult> GetAsync(HttpContext http, ISender sender)
    {
        var found = await sender.Send(
            new GetMyListing(IdOf(http), Query.Text(http, "locale") ?? ListingDraft.FirstLocale), http.RequestAborted);
        if (!found.Ok) return new ApiRefusal(found.Error);
        http.Response.Headers.ETag = Query.ETag(found.Value.Version);
        return Results.Ok(ListingShape.Of(found.Value));
    }

    private static async Task<IResult> PutAsync(HttpContext http, ISender sender)
    {
        var body = await InputAsync(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        var saved = await sender.Send(new SaveListing(IdOf(http), Query.Version(http), body.Value.ToDraft()), http.RequestAborted);
        if (!saved.Ok) return new ApiRefusal(saved.Error, saved.Error.Code == "listing.changed" ? 412 : null);
        http.Response.Headers.ETag = Query.ETag(saved.Value.Version);
        return Results.Ok(SavedListingShape.Of(saved.Value));
    }

    private static async Task<IResult> PublishAsync(HttpContext http, ISender sender)
    {
        var done = await sender.Send(new PublishListing(IdOf(http), Query.Idempotency(http)), http.RequestAborted);
        return done.Ok ? Results.Ok(new PublishingShape(done.Value.IsHeld)) : new ApiRefusal(done.Error);
    }

    private static async Task<IResult> PauseAsync(HttpContext http, ISender sender)
    {
        var done = await sender.Send(new PauseListing(IdOf(http), Query.Idempotency(http)), http.RequestAborted);
        return done.Ok ? Results.NoContent() : new ApiRefusal(done.Error);
    }

    /// <summary>The serializer lets null into a dictionary whatever its type says.</summary>
    private static async Task<Result<ListingInput>> InputAsync(HttpContext http)
    {
        var body = await ApiBody.ReadAsync<ListingInput>(http);
        return body.Ok && body.Value.Attributes.Values.Any(v => v is null) ? ApiErrors.WrongValue("attributes") : body;
    }

    private static string IdOf(HttpContext http) => PublicId.Read(PublicId.Listing, Query.Path(http, "id"));
}
