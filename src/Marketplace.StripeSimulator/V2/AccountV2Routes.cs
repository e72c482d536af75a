using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.AccountLinks;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Stripe.V2.Core;

namespace Marketplace.StripeSimulator.V2;

/// <summary>Onboarding by API v2: accounts as recipients, and links with a use case. JSON instead of forms.</summary>
internal static class AccountV2Routes
{
    private const string Path = "/v2/core/accounts";

    public static void Map(ApiRoutes api)
    {
        api.Post<AccountCreateOptions>(Path, [], Create);
        api.Get<AccountGetOptions>(Path + "/{id}", call => View(call, AccountRoutes.Need(call)));
        api.Post<AccountUpdateOptions>(Path + "/{id}", [], Update);
        api.Post<AccountLinkCreateOptions>("/v2/core/account_links", ["account", "use_case.type"], CreateLink);
    }

    private static JsonObject Create(ApiCall call)
    {
        var asV1 = InWordsOfV1(call.Params);
        CreateAccount.CheckController(asV1);
        var account = CreateAccount.Handle(call with { Params = asV1 });
        Name(account, call.Params);
        return View(call, account);
    }

    private static JsonObject Update(ApiCall call)
    {
        AccountRoutes.Need(call);
        var account = call.Tx.Edit(call.RouteId());
        UpdateAccount.Apply(account, InWordsOfV1(call.Params));
        AccountBody.Derive(account);
        Name(account, call.Params);
        UpdateAccount.Announce(call.Tx, account);
        return View(call, account);
    }

    private static JsonObject View(ApiCall call, JsonObject account) =>
        AccountView.Of(account, call.Params.TextList("include"));

    private static void Name(JsonObject account, JsonObject data)
    {
        if (data.Text("display_name") is not { } name) return;

        account.HiddenPart()["v2"] = new JsonObject { ["display_name"] = name };
    }

    private static JsonObject InWordsOfV1(JsonObject data)
    {
        var words = new JsonObject { ["metadata"] = data.Child("metadata")?.Copy() };
        if (data.Text("contact_email") is { } email) words["email"] = email;
        if (data.Child("identity")?.Text("country") is { } country) words["country"] = country.ToUpperInvariant();
        if (data.Child("identity")?.Text("entity_type") is { } type) words["business_type"] = type;
        if (data.Child("defaults")?.Text("currency") is { } currency) words["default_currency"] = currency;
        var responsibilities = data.Child("defaults")?.Child("responsibilities");
        words["controller"] = new JsonObject
        {
            ["fees"] = new JsonObject { ["payer"] = responsibilities?.Text("fees_collector") },
            ["losses"] = new JsonObject { ["payments"] = responsibilities?.Text("losses_collector") },
            ["stripe_dashboard"] = new JsonObject { ["type"] = data.Text("dashboard") ?? "none" },
        };
        var transfers = data["configuration"]?["recipient"]?["capabilities"]?["stripe_balance"]?["stripe_transfers"];
        if (transfers is not null) words["capabilities"] = new JsonObject { ["transfers"] = transfers.DeepClone() };
        return words;
    }

    private static JsonObject CreateLink(ApiCall call)
    {
        var account = call.Params.Need("account");
        AccountAccess.Check(call.Tx, account);
        var useCase = call.Params.Child("use_case")!;
        var type = useCase.Need("type");
        var details = useCase.Child(type) ?? throw ApiError.Missing($"use_case[{type}]");
        var link = AccountLinkRoutes.Create(
            call,
            account,
            details.Text("refresh_url") ?? throw ApiError.Missing($"use_case[{type}][refresh_url]"),
            details.Text("return_url") ?? throw ApiError.Missing($"use_case[{type}][return_url]"));
        return new JsonObject
        {
            ["object"] = "v2.core.account_link",
            ["account"] = account,
            ["created"] = Iso(link.Number("created")),
            ["expires_at"] = Iso(link.Number("expires_at")),
            ["livemode"] = false,
            ["url"] = link.Text("url"),
            ["use_case"] = useCase.Copy(),
        };
    }

    private static string Iso(long unixSeconds) => DateTimeOffset.FromUnixTimeSeconds(unixSeconds).UtcDateTime
        .ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
