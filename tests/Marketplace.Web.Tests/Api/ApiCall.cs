using System.Text.Json.Nodes;
using Marketplace.Kernel.Values;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Api;

/// <summary>One operation of the document, called with its own examples where the ids are this market's.</summary>
internal sealed class ApiCall(string path, string method, JsonObject operation, TestMarket market)
{
    private static readonly string[] InOrder =
    [
        "createListing", "replaceListing", "publishListing", "pauseListing", "setPrices", "changeStock", "acceptOrder", "shipOrder",
        "cancelOrder", "addToCart", "changeCartItem", "chooseShipping", "startCheckout", "removeCartItem",
        "approveSeller", "suspendSeller", "reopenSeller", "requestSellerChanges", "rejectSeller", "createCommissionRule",
        "changeCommissionRule", "removeCommissionRule",
    ];

    public string Id => (string)operation["operationId"]!;

    public string Method => method.ToUpperInvariant();

    public JsonObject Operation => operation;

    public string? Scope => (string?)operation["security"]?[0]?["key"]?[0];

    /// <summary>Reading comes first; what one writes is what the next one needs.</summary>
    public int Turn => Array.IndexOf(InOrder, Id);

    public bool HasParameter(string name) => Parameters(null).Any(p => (string)p["name"]! == name);

    public IEnumerable<JsonObject> Parameters(string? place) =>
        operation["parameters"]!.AsArray().Select(p => p!.AsObject()).Where(p => place is null || (string)p["in"]! == place);

    public JsonNode? BodySchema => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    /// <param name="given">Instead of this market's value.</param>
    public string Path(string? given = null, bool withQuery = false)
    {
        var address = path["/api/v1".Length..];
        foreach (var parameter in Parameters("path"))
            address = address.Replace($"{{{parameter["name"]}}}", given ?? PathValue(), StringComparison.Ordinal);
        return withQuery && Parameters("query").Any()
            ? address + "?" + string.Join('&', Parameters("query").Select(p =>
                $"{p["name"]}={Uri.EscapeDataString(p["example"]!.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string)p["example"]! : p["example"]!.ToJsonString())}"))
            : address;
    }

    public JsonNode? Body()
    {
        var body = operation["requestBody"]?["content"]?["application/json"]?["example"]?.DeepClone();
        Replace(body);
        if (Id == "replaceListing") body!["variants"]![0]!["sku"] = "MUG-AGAIN";
        return body;
    }

    public async Task<(string, string)[]> HeadersAsync(ApiClient client) => HasParameter("If-Match")
        ? [("If-Match", (await client.GetAsync(Path())).Headers["ETag"])] : [];

    private string PathValue() => Id switch
    {
        "replaceListing" => PublicListing(1),
        "acceptOrder" or "shipOrder" or "getOrder" => "so_" + market.Orders[0].PartId,
        "cancelOrder" => "so_" + market.Orders[1].PartId,
        "listStatementLines" => market.Site.Clock.GetUtcNow().ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
        "getProduct" => market.Products[TestMarket.Kiln].Address.Split('-')[^1],
        "getSeller" => Seller(TestMarket.Kiln),
        "approveSeller" or "suspendSeller" or "reopenSeller" => Seller(Applicants.Glass),
        "requestSellerChanges" => Seller(Applicants.Linen),
        "rejectSeller" => Seller(Applicants.Paper),
        "changeCommissionRule" => Ids.Public("cmr", market.Rules[0]),
        "removeCommissionRule" => Ids.Public("cmr", market.Rules[1]),
        "getPurchase" => market.Orders[0].Token,
        "changeCartItem" or "removeCartItem" => "off_" + market.Products[TestMarket.Kiln].Offer,
        _ => PublicListing(0),
    };

    private static string Seller(string slug) => Ids.Public("sel", TestMarket.TenantOf(slug));

    private string PublicListing(int number) => Ids.Public("lst", market.Listings[TestMarket.Pottery][number].ListingId);

    private void Replace(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items) Replace(item);
        if (node is not JsonObject members) return;
        foreach (var (name, value) in members.ToList())
        {
            if (value is null or JsonArray or JsonObject) Replace(value);
            else if (name == "offerId") members[name] = "off_" + market.Products[Id == "addToCart" ? TestMarket.Kiln : TestMarket.Pottery].Offer;
            else if (name == "categoryId") members[name] = "cat_" + market.Categories["mugs"];
            else if (name == "lineId") members[name] = "ol_" + market.Orders[Id == "cancelOrder" ? 1 : 0].LineId;
        }
    }
}
