using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Stripe;

namespace Marketplace.StripeSimulator.Accounts;

internal static class AccountRoutes
{
    private static readonly string[] RejectReasons = ["fraud", "terms_of_service", "other"];

    public static void Map(ApiRoutes api)
    {
        api.Post<AccountCreateOptions>("/v1/accounts", [], CreateAccount.Handle);
        api.Get<AccountListOptions>("/v1/accounts", call => ListPage.Of(call, "account", "/v1/accounts"));
        api.Get<AccountGetOptions>("/v1/account", Self);
        api.Get<AccountGetOptions>("/v1/accounts/{id}", Need);
        api.Post<AccountUpdateOptions>("/v1/accounts/{id}", [], UpdateAccount.Handle);
        api.Post<AccountRejectOptions>("/v1/accounts/{id}/reject", ["reason"], Reject);
        api.Delete("/v1/accounts/{id}", Delete);
        api.Get<AccountCapabilityListOptions>("/v1/accounts/{id}/capabilities", Capabilities);
        api.Get<AccountCapabilityGetOptions>("/v1/accounts/{id}/capabilities/{name}", Capability);
        api.Get<AccountExternalAccountListOptions>("/v1/accounts/{id}/external_accounts", Banks);
        api.Post<AccountLoginLinkCreateOptions>("/v1/accounts/{id}/login_links", [], LoginLink);
    }

    public static JsonObject Need(ApiCall call) =>
        call.Tx.Find("account", Store.Platform, call.RouteId()) ?? throw AccountAccess.Denied(call.RouteId());

    private static JsonObject Self(ApiCall call)
    {
        if (call.Account.Length > 0) return call.Tx.Find(call.Account)!.Body;

        var options = call.Tx.Options;
        var self = AccountBody.New(call.Tx, "acct_platform", options.PlatformCountry, options.PlatformCurrency);
        self["type"] = "standard";
        self["details_submitted"] = true;
        self["capabilities"] = new JsonObject { ["card_payments"] = "active", ["transfers"] = "active" };
        AccountBody.SetDue(self, []);
        return self;
    }

    private static JsonObject Reject(ApiCall call)
    {
        Need(call);
        var reason = call.Params.Need("reason");
        if (!RejectReasons.Contains(reason)) throw ApiError.Invalid($"Invalid reason: {reason}", "reason");

        var account = call.Tx.Edit(call.RouteId());
        AccountBody.SetDue(account, [], $"rejected.{reason}");
        UpdateAccount.Announce(call.Tx, account);
        return account;
    }

    private static JsonObject Delete(ApiCall call)
    {
        var id = Need(call).Id();
        foreach (var currency in call.Tx.Currencies(id))
        {
            var (available, pending) = call.Tx.Balance(id, currency);
            if (available != 0 || pending != 0) throw ApiError.Invalid("The account still has a balance.", "id");
        }

        call.Tx.Delete(id);
        return new JsonObject { ["id"] = id, ["object"] = "account", ["deleted"] = true };
    }

    private static JsonObject Capabilities(ApiCall call)
    {
        var account = Need(call);
        var rows = account.Child("capabilities")!.Select(pair => UpdateAccount.Capability(account, pair.Key));
        return ListPage.Wrap(rows, hasMore: false, $"/v1/accounts/{account.Id()}/capabilities");
    }

    private static JsonObject Capability(ApiCall call)
    {
        var account = Need(call);
        var name = call.RouteId("name");
        return account.Child("capabilities")!.ContainsKey(name)
            ? UpdateAccount.Capability(account, name)
            : throw ApiError.NoSuch("capability", name, "id");
    }

    private static JsonObject Banks(ApiCall call) => Need(call).Child("external_accounts")!.Copy();

    private static JsonObject LoginLink(ApiCall call)
    {
        var account = Need(call);
        if (!account.Flag("details_submitted"))
        {
            throw ApiError.Invalid("Cannot create a login link for an account that has not completed onboarding.");
        }

        return new JsonObject
        {
            ["object"] = "login_link",
            ["created"] = call.Tx.NowUnix,
            ["url"] = $"{call.Host.PublicBaseUrl}/express/{account.Id()}",
        };
    }
}
