using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Balances;

/// <summary>One movement of money on an account's Stripe balance, before it is written.</summary>
/// <param name="Account">The platform is the empty string.</param>
internal sealed record Movement(string Account, string Type, string Category, string Currency, long AmountMinor)
{
    public long FeeMinor { get; init; }
    public required string Source { get; init; }
    public string? Description { get; init; }

    /// <summary>Null: available at once.</summary>
    public DateTimeOffset? AvailableOn { get; init; }
}

/// <summary>Balance transactions are only ever added; a balance is their sum.</summary>
internal static class Ledger
{
    public static JsonObject Post(Tx tx, Movement movement)
    {
        var availableOn = movement.AvailableOn is { } later && later > tx.Now ? later : tx.Now;
        return tx.Add("balance_transaction", movement.Account, new JsonObject
        {
            ["id"] = Ids.New("txn"),
            ["object"] = "balance_transaction",
            ["amount"] = movement.AmountMinor,
            ["available_on"] = availableOn.ToUnixTimeSeconds(),
            ["balance_type"] = "payments",
            ["created"] = tx.NowUnix,
            ["currency"] = movement.Currency,
            ["description"] = movement.Description,
            ["exchange_rate"] = null,
            ["fee"] = movement.FeeMinor,
            ["fee_details"] = FeeDetails(movement),
            ["net"] = movement.AmountMinor - movement.FeeMinor,
            ["reporting_category"] = movement.Category,
            ["source"] = movement.Source,
            ["status"] = "pending",
            ["type"] = movement.Type,
        });
    }

    /// <summary>An entry as it looks now: whether it is available depends on the moment of reading.</summary>
    public static JsonObject AsOf(Tx tx, JsonObject entry)
    {
        var copy = entry.Visible();
        copy["status"] = entry.Number("available_on") <= tx.NowUnix ? "available" : "pending";
        return copy;
    }

    /// <summary>Rounded half up to the minor unit, as on Stripe's price list.</summary>
    public static long ProcessingFee(SimulatorOptions options, long amountMinor) =>
        ((amountMinor * options.FeeBps) + 5_000) / 10_000 + options.FeeFixedMinor;

    /// <summary>Card money becomes available at the start of a later day (UTC).</summary>
    public static DateTimeOffset AvailableOn(Tx tx, SimulatorOptions options) =>
        new(tx.Now.UtcDateTime.Date.AddDays(options.AvailabilityDelayDays), TimeSpan.Zero);

    public static DateTimeOffset AvailableOn(JsonObject entry) =>
        DateTimeOffset.FromUnixTimeSeconds(entry.Number("available_on"));

    private static JsonArray FeeDetails(Movement movement) => movement.FeeMinor == 0 ? [] :
    [
        new JsonObject
        {
            ["amount"] = movement.FeeMinor,
            ["application"] = null,
            ["currency"] = movement.Currency,
            ["description"] = movement.Type == "adjustment" ? "Dispute fee" : "Stripe processing fees",
            ["type"] = "stripe_fee",
        },
    ];
}
