using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Accounts;

/// <summary>A connected account of the platform, described by its controller (or by the older `type`).</summary>
internal static class CreateAccount
{
    public static JsonObject Handle(ApiCall call)
    {
        var data = call.Params;
        CheckController(data);
        var country = data.Text("country") ?? call.Tx.Options.PlatformCountry;
        var currency = data.Text("default_currency") ?? CurrencyOf(country, call.Tx.Options);
        var account = AccountBody.New(call.Tx, Ids.New("acct", 16), country, currency);
        account["controller"] = Controller(data);
        account["type"] = data.Text("type") ?? "none";
        UpdateAccount.Apply(account, data);
        AccountBody.Derive(account);
        return call.Tx.Add("account", Store.Platform, account);
    }

    /// <summary>The same rules hold for accounts made through API v2, which words them differently.</summary>
    public static void CheckController(JsonObject data)
    {
        var controller = data.Child("controller");
        if (controller is not null && data.Text("type") is not null)
        {
            throw ApiError.Invalid("You may not provide the `type` parameter and `controller` parameters.", "type");
        }

        var losses = controller?.Child("losses")?.Text("payments");
        var fees = controller?.Child("fees")?.Text("payer");
        if (losses == "application" && fees != "application")
        {
            throw ApiError.Invalid(
                "When `controller[losses][payments]=application`, you must set `controller[fees][payer]=application`.",
                "controller[fees][payer]");
        }

        if (data.Text("type") is { } type and not ("express" or "custom" or "standard"))
        {
            throw ApiError.Invalid($"Invalid type: must be one of custom, express, or standard, not {type}.", "type");
        }
    }

    private static JsonObject Controller(JsonObject data)
    {
        var given = data.Child("controller") ?? [];
        var express = data.Text("type") == "express";
        return new JsonObject
        {
            ["fees"] = new JsonObject { ["payer"] = given.Child("fees")?.Text("payer") ?? "account" },
            ["is_controller"] = true,
            ["losses"] = new JsonObject
            {
                ["payments"] = given.Child("losses")?.Text("payments") ?? (express ? "application" : "stripe"),
            },
            ["requirement_collection"] = given.Text("requirement_collection") ?? "stripe",
            ["stripe_dashboard"] = new JsonObject
            {
                ["type"] = given.Child("stripe_dashboard")?.Text("type") ?? (express ? "express" : "full"),
            },
            ["type"] = "application",
        };
    }

    private static string CurrencyOf(string country, SimulatorOptions options) => country.ToUpperInvariant() switch
    {
        "US" => "usd",
        "GB" => "gbp",
        "CH" => "chf",
        "JP" => "jpy",
        "CA" => "cad",
        "AT" or "BE" or "DE" or "ES" or "FI" or "FR" or "GR" or "IE" or "IT" or "NL" or "PT" => "eur",
        _ => options.PlatformCurrency,
    };
}
