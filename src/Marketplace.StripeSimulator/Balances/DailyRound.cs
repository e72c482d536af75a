using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Clock;
using Marketplace.StripeSimulator.Payouts;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Balances;

/// <summary>
/// Once a day, just after midnight UTC: money that came due is announced, automatic payouts are made.
/// </summary>
internal static class DailyRound
{
    public static void Run(Tx tx, JsonObject task)
    {
        ScheduleNext(tx);
        foreach (var account in Accounts(tx))
        {
            AnnounceAvailable(tx, account);
            if (PaysOutToday(tx, account)) CreatePayout.Automatic(tx, account);
        }
    }

    public static void ScheduleNext(Tx tx)
    {
        var midnight = new DateTimeOffset(tx.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        DueWork.At(tx, midnight.AddMinutes(1), "day", Store.Platform, "");
    }

    private static List<string> Accounts(Tx tx) =>
        [Store.Platform, .. tx.NewestFirst("account").Select(document => document.Id).Reverse()];

    private static bool PaysOutToday(Tx tx, string account) => BalanceSettings.Interval(tx, account) switch
    {
        "daily" => true,
        "weekly" => tx.Now.DayOfWeek == DayOfWeek.Monday,
        "monthly" => tx.Now.Day == 1,
        _ => false,
    };

    private static void AnnounceAvailable(Tx tx, string account)
    {
        var yesterday = tx.Now.AddDays(-1).ToUnixTimeSeconds();
        var matured = tx.NewestFirst("balance_transaction")
            .Where(document => document.Account == account)
            .Any(document => document.Body.Number("available_on") > yesterday
                && document.Body.Number("available_on") <= tx.NowUnix
                && document.Body.Number("created") < document.Body.Number("available_on"));
        if (matured) EventLog.Emit(tx, account, "balance.available", BalanceRoutes.Read(tx, account));
    }
}
