using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Values;
using Marketplace.Money.Commissions;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Mediator;

namespace Marketplace.Web.Api.Admin;

[Description("A rule of what the platform earns; the first that fits decides. id is null for the configured default.")]
internal sealed record CommissionRuleShape(
    string? Id, string Name, string? SellerId, string? SellerSlug, string? CategoryId, string? CategoryName, int RateBps, bool IsDefault)
{
    public static CommissionRuleShape Of(CommissionRuleView rule) => new(
        PublicId.OrNull(PublicId.Rule, rule.Id), rule.Name, PublicId.OrNull(PublicId.Seller, rule.TenantId), rule.SellerSlug,
        PublicId.OrNull(PublicId.Category, rule.CategoryId), rule.CategoryName, rule.RateBps, rule.IsDefault);
}

[Description("All rules in their order, the platform's default last.")]
internal sealed record CommissionRulesShape(IReadOnlyList<CommissionRuleShape> Items);

[Description("A rule for a shop, a category, both, or, with neither, everything else. rateBps are hundredths of a percent.")]
internal sealed record CommissionRuleInput(
    [property: MaxLength(80)] string Name, [property: Range(0, 5000)] int RateBps, [property: MaxLength(40)] string? SellerSlug = null,
    [property: MaxLength(40)] string? CategoryId = null);

[Description("Which rule it is.")]
internal sealed record SavedRuleShape(string Id);

/// <summary>What the platform earns, for its own programs.</summary>
internal static class CommissionsApi
{
    private static readonly CommissionRuleInput Input = new("Ceramics", 1000, null, ExampleId.Category);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/commission-rules", ListAsync)
            .Describe("listCommissionRules", SellersApi.Tag, "List commission rules", StaffScopes.CommissionsRead)
            .Gives(200, "The rules.", new CommissionRulesShape(
                [new CommissionRuleShape(ExampleId.Rule, "Ceramics", null, null, ExampleId.Category, "Ceramics", 1000, false)]));
        api.MapPost("/admin/commission-rules", CreateAsync)
            .Describe("createCommissionRule", SellersApi.Tag, "Add a commission rule", StaffScopes.CommissionsWrite,
                "New sales follow it; orders placed keep what was frozen with them.")
            .Takes(Input).Gives(201, "Added.", new SavedRuleShape(ExampleId.Rule))
            .Refuses(400, "commission.no-such-seller", "No shop has this address.");
        api.MapPut("/admin/commission-rules/{id}", ChangeAsync)
            .Describe("changeCommissionRule", SellersApi.Tag, "Change a commission rule", StaffScopes.CommissionsWrite)
            .At("id", "The rule's id.", ExampleId.Rule).Takes(Input).Gives(200, "Changed.", new SavedRuleShape(ExampleId.Rule))
            .Refuses(400, "commission.no-such-seller", "No shop has this address.")
            .Refuses(404, "commission.no-such-rule", "This commission rule is gone already.");
        api.MapDelete("/admin/commission-rules/{id}", RemoveAsync)
            .Describe("removeCommissionRule", SellersApi.Tag, "Take a commission rule away", StaffScopes.CommissionsWrite)
            .At("id", "The rule's id.", ExampleId.Rule).GivesNothing("It is gone.")
            .Refuses(404, "commission.no-such-rule", "This commission rule is gone already.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ISender sender)
    {
        var found = await sender.Send(new ListCommissionRules(), http.RequestAborted);
        return found.Ok
            ? Results.Ok(new CommissionRulesShape([.. found.Value.Select(CommissionRuleShape.Of)])) : new ApiRefusal(found.Error);
    }

    private static Task<IResult> CreateAsync(HttpContext http, ISender sender) => SetAsync(http, sender, null, 201);

    private static Task<IResult> ChangeAsync(HttpContext http, ISender sender) => SetAsync(http, sender, IdOf(http), 200);

    private static async Task<IResult> SetAsync(HttpContext http, ISender sender, string? id, int status)
    {
        var body = await ApiBody.ReadAsync<CommissionRuleInput>(http);
        if (!body.Ok) return new ApiRefusal(body.Error);
        var rule = body.Value;
        if (rule.CategoryId is not null && Ids.FromPublic(PublicId.Category, rule.CategoryId) is null)
            return new ApiRefusal(ApiErrors.WrongValue("categoryId"));
        var set = await sender.Send(
            new SetCommissionRule(
                id, rule.Name, null, PublicId.ReadOrNull(PublicId.Category, rule.CategoryId), rule.RateBps, rule.SellerSlug),
            http.RequestAborted);
        return set.Ok
            ? Results.Json(new SavedRuleShape(PublicId.Of(PublicId.Rule, set.Value)), statusCode: status) : new ApiRefusal(set.Error);
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, ISender sender) =>
        SellersApi.Done(await sender.Send(new RemoveCommissionRule(IdOf(http)), http.RequestAborted));

    private static string IdOf(HttpContext http) => PublicId.Read(PublicId.Rule, Query.Path(http, "id"));
}
