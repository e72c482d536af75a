using System.Globalization;
using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.V2;

/// <summary>The same connected account as API v2 shows it: parts are null unless asked for by `include`.</summary>
internal static class AccountView
{
    public static JsonObject Of(JsonObject account, IEnumerable<string> include)
    {
        var asked = include.ToHashSet();
        var view = account.HiddenPart().Child("v2")?.Copy() ?? [];
        return new JsonObject
        {
            ["id"] = account.Id(),
            ["object"] = "v2.core.account",
            ["applied_configurations"] = Json.Texts("recipient"),
            ["closed"] = false,
            ["configuration"] = asked.Contains("configuration.recipient") ? Configuration(account) : null,
            ["contact_email"] = account.Text("email"),
            ["created"] = Time(account.Number("created")),
            ["dashboard"] = account["controller"]!["stripe_dashboard"]!["type"]!.DeepClone(),
            ["defaults"] = asked.Contains("defaults") ? Defaults(account) : null,
            ["display_name"] = view.Text("display_name") ?? account.Child("business_profile")?.Text("name"),
            ["identity"] = asked.Contains("identity")
                ? new JsonObject
                {
                    ["country"] = account.Need("country").ToLowerInvariant(),
                    ["entity_type"] = account.Text("business_type"),
                }
                : null,
            ["livemode"] = false,
            ["metadata"] = account.Child("metadata")!.Copy(),
            ["requirements"] = asked.Contains("requirements") ? Requirements(account) : null,
        };
    }

    private static JsonObject Configuration(JsonObject account) => new()
    {
        ["recipient"] = new JsonObject
        {
            ["applied"] = true,
            ["capabilities"] = new JsonObject
            {
                ["stripe_balance"] = new JsonObject
                {
                    ["stripe_transfers"] = new JsonObject
                    {
                        ["status"] = Status(account),
                        ["status_details"] = new JsonArray(),
                    },
                },
            },
        },
    };

    private static string Status(JsonObject account)
    {
        if (account.Child("capabilities")?.Text("transfers") is not { } transfers) return "unsupported";
        if (transfers == "active") return "active";

        var reason = account.Child("requirements")!.Text("disabled_reason");
        return reason?.StartsWith("rejected.", StringComparison.Ordinal) == true ? "rejected" : "restricted";
    }

    private static JsonObject Defaults(JsonObject account) => new()
    {
        ["currency"] = account.Need("default_currency"),
        ["responsibilities"] = new JsonObject
        {
            ["fees_collector"] = account["controller"]!["fees"]!["payer"]!.DeepClone(),
            ["losses_collector"] = account["controller"]!["losses"]!["payments"]!.DeepClone(),
            ["requirements_collector"] = "stripe",
        },
    };

    private static JsonObject Requirements(JsonObject account)
    {
        var due = account.Child("requirements")!.TextList("currently_due").ToList();
        return new JsonObject
        {
            ["entries"] = new JsonArray([.. due.Select(name => (JsonNode)new JsonObject
            {
                ["awaiting_action_from"] = "user",
                ["description"] = name,
                ["errors"] = new JsonArray(),
                ["minimum_deadline"] = new JsonObject { ["status"] = "currently_due" },
            })]),
            ["summary"] = due.Count == 0 ? null : new JsonObject
            {
                ["minimum_deadline"] = new JsonObject { ["status"] = "currently_due", ["time"] = null },
            },
        };
    }

    private static string Time(long unixSeconds) => DateTimeOffset.FromUnixTimeSeconds(unixSeconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
