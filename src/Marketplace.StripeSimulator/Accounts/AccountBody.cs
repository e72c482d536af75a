using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Accounts;

/// <summary>The shape of a connected account; what is due decides its capabilities.</summary>
internal static class AccountBody
{
    public static readonly string[] FirstRequirements =
    [
        "business_type", "external_account", "individual.verification.document", "tos_acceptance.date",
    ];

    public static JsonObject New(Tx tx, string id, string country, string currency) => new()
    {
        ["id"] = id,
        ["object"] = "account",
        ["business_profile"] = new JsonObject { ["mcc"] = null, ["name"] = null, ["url"] = null },
        ["business_type"] = null,
        ["capabilities"] = new JsonObject(),
        ["charges_enabled"] = false,
        ["controller"] = null,
        ["country"] = country,
        ["created"] = tx.NowUnix,
        ["default_currency"] = currency,
        ["details_submitted"] = false,
        ["email"] = null,
        ["external_accounts"] = new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(),
            ["has_more"] = false,
            ["url"] = $"/v1/accounts/{id}/external_accounts",
        },
        ["future_requirements"] = Requirements([], null),
        ["metadata"] = new JsonObject(),
        ["payouts_enabled"] = false,
        ["requirements"] = Requirements(FirstRequirements, "requirements.past_due"),
        ["settings"] = new JsonObject
        {
            ["payouts"] = new JsonObject
            {
                ["debit_negative_balances"] = true,
                ["schedule"] = new JsonObject { ["delay_days"] = 2L, ["interval"] = "daily" },
                ["statement_descriptor"] = null,
            },
        },
        ["tos_acceptance"] = new JsonObject { ["date"] = null, ["ip"] = null, ["user_agent"] = null },
        ["type"] = "none",
    };

    /// <summary>Recomputes what follows from the open requirements.</summary>
    public static void Derive(JsonObject account)
    {
        var requirements = account.Child("requirements")!;
        var rejected = requirements.Text("disabled_reason")?.StartsWith("rejected.", StringComparison.Ordinal) ?? false;
        var due = requirements.TextList("currently_due").ToList();
        var submitted = account.Flag("details_submitted");
        if (!rejected) requirements["disabled_reason"] = due.Count > 0 ? "requirements.past_due" : null;
        requirements["eventually_due"] = Json.Texts(due);
        var ready = submitted && due.Count == 0 && !rejected;
        account["payouts_enabled"] = ready && HasBank(account);
        var capabilities = account.Child("capabilities")!;
        foreach (var name in capabilities.Select(pair => pair.Key).ToList())
        {
            capabilities[name] = ready ? "active" : "inactive";
        }

        account["charges_enabled"] = ready && capabilities.ContainsKey("card_payments");
    }

    public static void SetDue(JsonObject account, IEnumerable<string> due, string? disabledReason = null)
    {
        account["requirements"] = Requirements([.. due], disabledReason);
        Derive(account);
    }

    public static bool TransfersActive(JsonObject account) =>
        account.Child("capabilities")?.Text("transfers") == "active";

    public static void SetBank(JsonObject account, string iban, string currency)
    {
        var bank = new JsonObject
        {
            ["id"] = Ids.New("ba"),
            ["object"] = "bank_account",
            ["account"] = account.Id(),
            ["account_holder_name"] = account.Child("business_profile")?.Text("name"),
            ["account_type"] = null,
            ["account_holder_type"] = account.Text("business_type") == "company" ? "company" : "individual",
            ["bank_name"] = "Simulated Bank",
            ["country"] = iban[..2],
            ["currency"] = currency,
            ["customer"] = null,
            ["default_for_currency"] = true,
            ["fingerprint"] = $"sim{iban[^6..]}",
            ["last4"] = iban[^4..],
            ["metadata"] = new JsonObject(),
            ["routing_number"] = iban[4..12],
            ["status"] = "new",
        };
        account["external_accounts"]!["data"] = new JsonArray(bank);
        account.HiddenPart()["iban"] = iban;
    }

    public static JsonObject? Bank(JsonObject account) =>
        account["external_accounts"]!["data"]!.AsArray().FirstOrDefault() as JsonObject;

    private static bool HasBank(JsonObject account) => Bank(account) is { } bank && bank.Text("status") != "errored";

    private static JsonObject Requirements(string[] due, string? disabledReason) => new()
    {
        ["alternatives"] = new JsonArray(),
        ["current_deadline"] = null,
        ["currently_due"] = Json.Texts(due),
        ["disabled_reason"] = disabledReason,
        ["errors"] = new JsonArray(),
        ["eventually_due"] = Json.Texts(due),
        ["past_due"] = new JsonArray(),
        ["pending_verification"] = new JsonArray(),
    };
}
