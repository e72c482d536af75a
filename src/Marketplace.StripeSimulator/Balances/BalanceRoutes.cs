using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Stripe;

namespace Marketplace.StripeSimulator.Balances;

internal static class BalanceRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get<BalanceGetOptions>("/v1/balance", call => Read(call.Tx, call.Account));
        api.Get<BalanceTransactionListOptions>("/v1/balance_transactions", List);
        api.Get<BalanceTransactionGetOptions>(
            "/v1/balance_transactions/{id}",
            call => Ledger.AsOf(call.Tx, call.Need("balance_transaction", "balance transaction")));
        api.Get<BalanceSettingsGetOptions>("/v1/balance_settings", call => BalanceSettings.Read(call.Tx, call.Account));
        api.Post<BalanceSettingsUpdateOptions>("/v1/balance_settings", [], BalanceSettings.Update);
    }

    public static JsonObject Read(Tx tx, string account)
    {
        var currencies = tx.Currencies(account).DefaultIfEmpty(DefaultCurrency(tx, account)).ToList();
        return new JsonObject
        {
            ["object"] = "balance",
            ["available"] = Funds(currencies, currency => tx.Balance(account, currency).AvailableMinor),
            ["connect_reserved"] = Funds(currencies, _ => 0),
            ["livemode"] = false,
            ["pending"] = Funds(currencies, currency => tx.Balance(account, currency).PendingMinor),
        };
    }

    private static string DefaultCurrency(Tx tx, string account) =>
        tx.Find("account", Store.Platform, account)?.Text("default_currency") ?? tx.Options.PlatformCurrency;

    private static JsonArray Funds(IEnumerable<string> currencies, Func<string, long> amountMinor) =>
        new([.. currencies.Select(currency => (JsonNode)new JsonObject
        {
            ["amount"] = amountMinor(currency),
            ["currency"] = currency,
            ["source_types"] = new JsonObject { ["card"] = amountMinor(currency) },
        })]);

    private static JsonObject List(ApiCall call)
    {
        var wanted = call.Params;
        var page = ListPage.Of(call, "balance_transaction", "/v1/balance_transactions", row =>
            (wanted.Text("type") is not { } type || row.Text("type") == type)
            && (wanted.Text("source") is not { } source || row.Text("source") == source)
            && (wanted.Text("currency") is not { } currency || row.Text("currency") == currency)
            && (wanted.Text("payout") is not { } payout || row.Child(Json.Hidden)?.Text("payout") == payout));
        foreach (var row in page["data"]!.AsArray())
        {
            var available = row!.AsObject().Number("available_on") <= call.Tx.NowUnix;
            row["status"] = available ? "available" : "pending";
        }

        return page;
    }
}
