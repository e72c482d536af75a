using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Balances;

/// <summary>How and when an account's balance is paid out; kept per account.</summary>
internal static class BalanceSettings
{
    private const string Kind = "balance_settings";
    private static readonly string[] Intervals = ["manual", "daily", "weekly", "monthly"];
    private const long MaxDelayDays = 31;

    public static JsonObject Read(Tx tx, string account) =>
        (tx.Find(RowId(account))?.Body ?? Default(tx, account)).WithoutId();

    public static string Interval(Tx tx, string account) =>
        Read(tx, account)["payments"]!["payouts"]!["schedule"]!["interval"]!.GetValue<string>();

    public static long MinimumMinor(Tx tx, string account, string currency) =>
        Read(tx, account)["payments"]!["payouts"]!["minimum_balance_by_currency"]?[currency]?.GetValue<long>() ?? 0;

    public static JsonObject Update(ApiCall call)
    {
        var settings = Row(call);
        var payments = settings["payments"]!.AsObject();
        var change = call.Params.Child("payments") ?? [];
        if (change["debit_negative_balances"] is { } debit) payments["debit_negative_balances"] = debit.DeepClone();
        if (change.Child("payouts") is { } payouts) UpdatePayouts(payments["payouts"]!.AsObject(), payouts);
        if (change.Child("settlement_timing") is { } timing) UpdateTiming(payments, timing);
        return Read(call.Tx, call.Account);
    }

    private static JsonObject Row(ApiCall call)
    {
        var id = RowId(call.Account);
        return call.Tx.Find(id) is null
            ? call.Tx.Add(Kind, call.Account, Default(call.Tx, call.Account))
            : call.Tx.Edit(id);
    }

    private static void UpdatePayouts(JsonObject payouts, JsonObject change)
    {
        if (change.Child("schedule") is { } schedule)
        {
            var interval = schedule.Text("interval");
            if (interval is not null && !Intervals.Contains(interval))
            {
                throw ApiError.Invalid($"Invalid interval: {interval}", "payments[payouts][schedule][interval]");
            }

            foreach (var (name, value) in schedule) payouts["schedule"]![name] = value?.DeepClone();
        }

        if (change["statement_descriptor"] is { } text) payouts["statement_descriptor"] = text.DeepClone();
        if (change.Child("minimum_balance_by_currency") is not { } minimum) return;

        var merged = new JsonObject();
        foreach (var (currency, value) in minimum)
        {
            merged[currency] = long.Parse(value!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        }

        payouts["minimum_balance_by_currency"] = merged;
    }

    private static void UpdateTiming(JsonObject payments, JsonObject change)
    {
        if (change.NumberOrNull("delay_days_override") is not { } days) return;
        if (days is < 0 or > MaxDelayDays)
        {
            throw ApiError.Invalid(
                "The delay must be between 0 and 31 days.", "payments[settlement_timing][delay_days_override]");
        }

        payments["settlement_timing"]!["delay_days"] = days;
        payments["settlement_timing"]!["delay_days_override"] = days;
    }

    private static JsonObject Default(Tx tx, string account) => new()
    {
        ["id"] = RowId(account),
        ["object"] = "balance_settings",
        ["payments"] = new JsonObject
        {
            ["debit_negative_balances"] = true,
            ["payouts"] = new JsonObject
            {
                ["minimum_balance_by_currency"] = null,
                ["schedule"] = new JsonObject
                {
                    ["interval"] = account.Length == 0 ? tx.Options.PlatformPayoutInterval : "daily",
                },
                ["statement_descriptor"] = null,
                ["status"] = "enabled",
            },
            ["settlement_timing"] = new JsonObject { ["delay_days"] = (long)tx.Options.AvailabilityDelayDays },
        },
    };

    private static string RowId(string account) => $"_balance_settings:{account}";

    private static JsonObject WithoutId(this JsonObject row)
    {
        var copy = row.Visible();
        copy.Remove("id");
        return copy;
    }
}
