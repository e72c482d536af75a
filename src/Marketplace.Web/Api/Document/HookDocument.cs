using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Accounts.Hooks.Contracts;

namespace Marketplace.Web.Api.Document;

/// <summary>
/// The events that webhooks are sent, for the document. A shape is read off its example: every member is always there,
/// and there are no others.
/// </summary>
internal static class HookDocument
{
    /// <summary>Paragraphs, apart by an empty line.</summary>
    public const string Intro =
        "A webhook is an address of yours that we post an event to, within seconds, as JSON. An owner adds it in the shop's "
        + "settings, chooses the events and is shown its secret once.\n\n"
        + "Signatures follow Standard Webhooks (standardwebhooks.com), whose libraries check them: \"webhook-signature\" holds "
        + "\"v1,\" and the base64 of HMAC-SHA256 over \"{webhook-id}.{webhook-timestamp}.{body}\", keyed with what stands behind "
        + "\"whsec_\", read as base64. While you change a secret there are two, apart by a blank: one that fits is enough. Refuse a "
        + "timestamp that is more than five minutes off.\n\n"
        + "Answer with any 2xx within ten seconds; redirects are not followed. What fails is tried again after 5 seconds, 5 "
        + "minutes, 30 minutes, 2, 5, 10, 14, 20 and 24 hours. An event may come twice and out of order: \"webhook-id\" tells "
        + "repeats, and the API how things stand now. Events carry ids, no buyer's data.";

    private static readonly object[] Lines =
        [new { lineId = ExampleId.Line, listingId = ExampleId.Listing, offerId = ExampleId.Offer, quantity = 2 }];

    private static readonly (string Type, string Summary, object Data)[] All =
    [
        (HookEvents.OrderPlaced, "An order is paid and yours to ship.", new { orderId = ExampleId.Order, lines = Lines }),
        (HookEvents.CancellationRequested, "A buyer asks not to be sent it.", new { orderId = ExampleId.Order, reason = "Ordered twice" }),
        (HookEvents.OrderCancelled, "Pieces of an order, or all of it, will not be shipped.", new
        {
            orderId = ExampleId.Order, isWhole = true, reason = "Broken in the kiln",
            lines = new object[] { new { lineId = ExampleId.Line, offerId = ExampleId.Offer, quantity = 2 } },
        }),
        (HookEvents.OrderShipped, "A parcel is on its way.", new
        {
            orderId = ExampleId.Order, shipmentId = ExampleId.Shipment, isComplete = true,
        }),
        (HookEvents.OrderDelivered, "An order has arrived.", new { orderId = ExampleId.Order }),
        (HookEvents.OrderRefunded, "Money went back to the buyer.", Money),
        (HookEvents.TransferMade, "Your share of an order is transferred.", Money),
        (HookEvents.ListingPublished, "Buyers see a listing, or see it changed.", Listing),
        (HookEvents.ListingHidden, "Buyers no longer see a listing.", Listing),
        (HookEvents.ReviewReceived, "A buyer has reviewed something.", new { reviewId = "rev_01km8x4cdy4z6a8b0c1d3e5f7g" }),
        (HookEvents.QuestionReceived, "Somebody asks about a listing.", new { questionId = "qst_01km8x4cez5a7b9c1d2e4f6g8h" }),
        (HookEvents.MessageReceived, "A buyer has written to you.", new
        {
            threadId = "thr_01km8x4cfa6b8c0d2e3f5g7h9j", messageId = "mes_01km8x4cgb7c9d1e3f4g6h8j0k",
        }),
        (HookEvents.Test, "You pressed the button beside the webhook.", new { hello = "world" }),
    ];

    private static object Money => new { orderId = ExampleId.Order, amountMinor = 2395, currencyCode = "EUR" };

    private static object Listing => new { listingId = ExampleId.Listing, title = "Speckled mug" };

    public static JsonObject ToJson() =>
        new(All.Select(one => KeyValuePair.Create(one.Type, (JsonNode?)Webhook(one.Summary, Example(one)))));

    private static JsonObject Example((string Type, string Summary, object Data) one) => new()
    {
        ["type"] = one.Type, ["timestamp"] = "2026-03-02T09:30:00Z", ["data"] = JsonSerializer.SerializeToNode(one.Data),
    };

    private static JsonObject Webhook(string summary, JsonObject example) => new()
    {
        ["post"] = new JsonObject
        {
            ["summary"] = summary,
            ["parameters"] = new JsonArray(
                Header("webhook-id", "The same however often it is sent.", "msg_01km8x4chc8d0e2f4g5h7j9k1m"),
                Header("webhook-timestamp", "Seconds since 1970: when this try was made.", "1772443800"),
                Header(
                    "webhook-signature", "One signature for each secret that holds.",
                    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")),
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject
                {
                    ["application/json"] = new JsonObject { ["schema"] = Shape(example), ["example"] = example },
                },
            },
            ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "You have it. Any other 2xx says the same." } },
        },
    };

    private static JsonObject Header(string name, string text, string example) => new()
    {
        ["name"] = name, ["in"] = "header", ["required"] = true, ["description"] = text,
        ["schema"] = new JsonObject { ["type"] = "string" }, ["example"] = example,
    };

    private static JsonObject Shape(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject
        {
            ["type"] = "object", ["required"] = new JsonArray([.. members.Select(m => (JsonNode)m.Key)]), ["additionalProperties"] = false,
            ["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Shape(m.Value)))),
        },
        JsonArray items => new JsonObject { ["type"] = "array", ["items"] = Shape(items[0]) },
        _ => new JsonObject
        {
            ["type"] = value!.GetValueKind() switch
            {
                JsonValueKind.Number => "integer",
                JsonValueKind.True or JsonValueKind.False => "boolean",
                _ => "string",
            },
        },
    };
}
