using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Stripe;

namespace Marketplace.StripeSimulator.AccountLinks;

/// <summary>Links to the onboarding page: for one person, one use, a few minutes.</summary>
internal static class AccountLinkRoutes
{
    public const string Kind = "_account_link";
    private const int LifeSeconds = 5 * 60;
    private static readonly string[] Types = ["account_onboarding", "account_update"];

    public static void Map(ApiRoutes api) =>
        api.Post<AccountLinkCreateOptions>("/v1/account_links", ["account", "type"], Create);

    private static JsonObject Create(ApiCall call)
    {
        var data = call.Params;
        var account = data.Need("account");
        AccountAccess.Check(call.Tx, account);
        if (!Types.Contains(data.Text("type"))) throw ApiError.Invalid($"Invalid type: {data.Text("type")}", "type");

        return Create(
            call,
            account,
            data.Text("refresh_url") ?? throw ApiError.Missing("refresh_url"),
            data.Text("return_url") ?? throw ApiError.Missing("return_url"));
    }

    public static JsonObject Create(ApiCall call, string account, string refreshUrl, string returnUrl)
    {
        var row = call.Tx.Add(Kind, Store.Platform, new JsonObject
        {
            ["id"] = Ids.New("alink", 32),
            ["account"] = account,
            ["refresh_url"] = refreshUrl,
            ["return_url"] = returnUrl,
            ["expires_at"] = call.Tx.NowUnix + LifeSeconds,
            ["visited"] = false,
        });
        return new JsonObject
        {
            ["object"] = "account_link",
            ["created"] = call.Tx.NowUnix,
            ["expires_at"] = row.Number("expires_at"),
            ["url"] = $"{call.Host.PublicBaseUrl}/setup/{row.Id()}",
        };
    }
}
