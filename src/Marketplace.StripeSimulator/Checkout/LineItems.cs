using System.Globalization;
using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Checkout;

/// <summary>Reads `line_items` with `price_data` into Stripe's `item` objects.</summary>
internal static class LineItems
{
    private const int Most = 100;

    public static List<JsonObject> Read(Tx tx, JsonArray lines)
    {
        if (lines.Count is 0 or > Most)
        {
            throw ApiError.Invalid("A Checkout Session takes 1 to 100 line items.", "line_items");
        }

        var items = lines.Select((line, index) => Read(tx, line!.AsObject(), $"line_items[{index}]")).ToList();
        if (items.Select(item => item.Need("currency")).Distinct().Count() > 1)
        {
            throw ApiError.Invalid("All line items must have the same currency.", "line_items");
        }

        return items;
    }

    private static JsonObject Read(Tx tx, JsonObject line, string name)
    {
        if (line.Text("price") is { } price) throw ApiError.NoSuch("price", price, $"{name}[price]");

        var data = line.Child("price_data") ?? throw ApiError.Missing($"{name}[price_data]");
        var product = data.Child("product_data") ?? throw ApiError.Missing($"{name}[price_data][product_data]");
        var title = product.Text("name") ?? throw ApiError.Missing($"{name}[price_data][product_data][name]");
        var currency = Currencies.Read(
            data.Text("currency") ?? throw ApiError.Missing($"{name}[price_data][currency]"),
            $"{name}[price_data][currency]");
        var unit = data.NumberOrNull("unit_amount") ?? throw ApiError.Missing($"{name}[price_data][unit_amount]");
        if (unit < 0) throw ApiError.Invalid("Invalid non-negative integer", $"{name}[price_data][unit_amount]");
        if (data.Child("recurring") is not null)
        {
            throw ApiError.Invalid("Recurring prices need mode=subscription.", $"{name}[price_data][recurring]");
        }

        var quantity = line.NumberOrNull("quantity") ?? throw ApiError.Missing($"{name}[quantity]");
        if (quantity < 1) throw ApiError.Invalid("Quantities must be at least 1.", $"{name}[quantity]");

        return new JsonObject
        {
            ["id"] = Ids.New("li"),
            ["object"] = "item",
            ["adjustable_quantity"] = null,
            ["amount_discount"] = 0L,
            ["amount_subtotal"] = unit * quantity,
            ["amount_tax"] = 0L,
            ["amount_total"] = unit * quantity,
            ["currency"] = currency,
            ["description"] = title,
            ["metadata"] = line.Child("metadata")?.Copy(),
            ["price"] = Price(tx, currency, unit),
            ["quantity"] = quantity,
        };
    }

    private static JsonObject Price(Tx tx, string currency, long unitMinor) => new()
    {
        ["id"] = Ids.New("price"),
        ["object"] = "price",
        ["active"] = false,
        ["billing_scheme"] = "per_unit",
        ["created"] = tx.NowUnix,
        ["currency"] = currency,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["product"] = Ids.New("prod", 14),
        ["tax_behavior"] = "unspecified",
        ["type"] = "one_time",
        ["unit_amount"] = unitMinor,
        ["unit_amount_decimal"] = unitMinor.ToString(CultureInfo.InvariantCulture),
    };
}
