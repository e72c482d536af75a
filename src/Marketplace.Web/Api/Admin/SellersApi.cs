using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Review;
using Marketplace.Kernel.Results;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Mediator;

namespace Marketplace.Web.Api.Admin;

[Description("A line of the list of sellers.")]
internal sealed record SellerItem(
    string Id, string Slug, string Name, string Country, SellerState State, DateTime AppliedAt, DateTime StateAt, bool PayoutsReady)
{
    public static SellerItem Of(SellerLine line) => new(
        PublicId.Of(PublicId.Seller, line.TenantId), line.Slug, line.Name, line.Country, line.State, line.AppliedAtUtc, line.StateAtUtc,
        line.PayoutsReady);
}

[Description("A point of the checklist that a seller goes through.")]
internal sealed record RequirementShape(string Key, bool IsMet);

[Description("A seller as the console shows it. commissionBps and holdDays are null where the platform's rules hold.")]
internal sealed record SellerShape(
    string Id, string Slug, string Name, string Country, SellerState State, string StateReason, DateTime AppliedAt, DateTime StateAt,
    bool PayoutsReady, string? PayoutAccountId, int? CommissionBps, int? HoldDays, IReadOnlyList<RequirementShape> Checklist)
{
    public static SellerShape Of(SellerDetails found) => new(
        PublicId.Of(PublicId.Seller, found.Line.TenantId), found.Line.Slug, found.Line.Name, found.Line.Country, found.Line.State,
        found.StateReason, found.Line.AppliedAtUtc, found.Line.StateAtUtc, found.Line.PayoutsReady, found.PayoutAccountId,
        found.CommissionBps, found.HoldDays, [.. found.Checklist.Select(c => new RequirementShape(c.Key, c.IsMet))]);
}

[Description("Why, in 10 to 1,000 characters: the seller reads it.")]
internal sealed record ReasonInput([property: MaxLength(1000)] string Reason);

/// <summary>Sellers, for the platform's own programs: the messages are the console's own.</summary>
internal static class SellersApi
{
    internal const string Tag = "Console";

    private static readonly DateTime Then = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    private static readonly ReasonInput Why = new("The trade register shows another owner.");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/sellers", ListAsync)
            .Describe("listSellers", Tag, "List sellers", StaffScopes.SellersRead, "The newest first, fifty at a time.")
            .With(
                ApiParameter.OfEnum<SellerState>("state", "Only those of one state.", "approved"),
                new ApiParameter("q", "The beginning of a name or an address.", "kiln"), ApiParameter.Cursor)
            .Gives(200, "A page of sellers.", new ApiPage<SellerItem>(
                [new SellerItem(ExampleId.Seller, "kiln-and-clay", "Kiln & Clay", "NL", SellerState.Approved, Then, Then, true)], null));
        api.MapGet("/admin/sellers/{id}", GetAsync)
            .Describe("getSeller", Tag, "Read a seller", StaffScopes.SellersRead)
            .At("id", "The seller's id.", ExampleId.Seller)
            .Gives(200, "The seller.", new SellerShape(
                ExampleId.Seller, "kiln-and-clay", "Kiln & Clay", "NL", SellerState.Approved, "", Then, Then, true, "acct_1A2b3C", null,
                null, [new RequirementShape("profile", true)]))
            .Refuses(404, "seller.not-found", "There is no such seller.");
        api.MapPost("/admin/sellers/{id}/approval", ApproveAsync)
            .Describe("approveSeller", Tag, "Open a shop", StaffScopes.SellersWrite, "One that waits for it, with its checklist done.")
            .At("id", "The seller's id.", ExampleId.Seller).GivesNothing("It is open.")
            .Refuses(404, "seller.not-found", "There is no such seller.")
            .Refuses(409, "seller.wrong-state", "The shop's state has changed meanwhile and does not allow this. Load the page again.")
            .Refuses(422, "seller.checklist-open", "Some points of the checklist are still open: payout.");
        Decision(api, "changes-request", "requestSellerChanges", "Ask for changes", (id, why) => new RequestChanges(id, why));
        Decision(api, "rejection", "rejectSeller", "Refuse an application", (id, why) => new RejectSeller(id, why));
        Decision(api, "suspension", "suspendSeller", "Suspend a shop", (id, why) => new SuspendSeller(id, why));
        Decision(api, "reopening", "reopenSeller", "Open a suspended shop again", (id, why) => new ReopenSeller(id, why));
    }

    private static void Decision(
        IEndpointRouteBuilder api, string noun, string operation, string summary, Func<string, string, ICommand<Result>> make) =>
        api.MapPost("/admin/sellers/{id}/" + noun, (HttpContext http, ISender sender) => DecideAsync(http, sender, make))
            .Describe(operation, Tag, summary, StaffScopes.SellersWrite, "Its owners get a mail with the reason.")
            .At("id", "The seller's id.", ExampleId.Seller).Takes(Why).GivesNothing("Done.")
            .Refuses(404, "seller.not-found", "There is no such seller.")
            .Refuses(409, "seller.wrong-state", "The shop's state has changed meanwhile and does not allow this. Load the page again.");

    private static async Task<IResult> ListAsync(HttpContext http, ISender sender)
    {
        var cursor = Cursor.Read(http);
        if (!cursor.Ok) return new ApiRefusal(cursor.Error);
        var found = await sender.Send(
            new ListSellers(Query.Choice<SellerState>(http, "state"), Query.Text(http, "q"), cursor.Value.Text), http.RequestAborted);
        return found.Ok
            ? Results.Ok(new ApiPage<SellerItem>(
                [.. found.Value.Page.Items.Select(SellerItem.Of)], Cursor.Write(found.Value.Page.Next)))
            : new ApiRefusal(found.Error);
    }

    private static async Task<IResult> GetAsync(HttpContext http, ISender sender)
    {
        var found = await sender.Send(new GetSeller(IdOf(http)), http.RequestAborted);
        return found.Ok ? Results.Ok(SellerShape.Of(found.Value)) : new ApiRefusal(found.Error);
    }

    private static async Task<IResult> ApproveAsync(HttpContext http, ISender sender) =>
        Done(await sender.Send(new ApproveSeller(IdOf(http)), http.RequestAborted));

    private static async Task<IResult> DecideAsync(
        HttpContext http, ISender sender, Func<string, string, ICommand<Result>> make)
    {
        var body = await ApiBody.ReadAsync<ReasonInput>(http);
        return body.Ok ? Done(await sender.Send(make(IdOf(http), body.Value.Reason), http.RequestAborted)) : new ApiRefusal(body.Error);
    }

    private static string IdOf(HttpContext http) => PublicId.Read(PublicId.Seller, Query.Path(http, "id"));

    internal static IResult Done(Result done) => done.Ok ? Results.NoContent() : new ApiRefusal(done.Error);
}
