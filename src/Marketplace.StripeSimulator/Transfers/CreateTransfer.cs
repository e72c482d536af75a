using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.Balances;
using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;
using Marketplace.StripeSimulator.Webhooks;

namespace Marketplace.StripeSimulator.Transfers;

/// <summary>
/// Money from the platform to a connected account: out of one charge (whatever is available, up to the charge's
/// amount, due when the charge's money is) or out of the available balance.
/// </summary>
internal static class CreateTransfer
{
    public static JsonObject Handle(ApiCall call)
    {
        var (tx, data) = (call.Tx, call.Params);
        var currency = Currencies.Read(data.Need("currency"));
        var amount = data.Number("amount");
        Currencies.CheckAmount(amount, currency);
        var destination = Destination(tx, data.Need("destination"));
        var charge = Source(tx, data, amount, currency);
        if (charge is null) CheckBalance(tx, amount, currency);
        return Write(tx, data, new Plan(amount, currency, destination.Id(), charge));
    }

    private static JsonObject Destination(Tx tx, string id)
    {
        var account = tx.Find("account", Store.Platform, id)
            ?? throw ApiError.NoSuch("destination", id, "destination");
        return AccountBody.TransfersActive(account) ? account : throw ApiError.Invalid(
            "Your destination account needs to have at least one of the following capabilities enabled: transfers, "
            + "crypto_transfers, legacy_payments",
            "destination",
            "insufficient_capabilities_for_transfer");
    }

    private static JsonObject? Source(Tx tx, JsonObject data, long amount, string currency)
    {
        if (data.Text("source_transaction") is not { } id) return null;

        var charge = tx.Find("charge", Store.Platform, id) ?? throw ApiError.NoSuch("charge", id, "source_transaction");
        if (charge.Text("status") == "failed")
        {
            throw ApiError.Invalid("The source charge has failed.", "source_transaction");
        }

        if (charge.Text("currency") != currency)
        {
            throw ApiError.Invalid(
                "The currency of source_transaction's balance transaction "
                + $"({charge.Text("currency")}) must be the same as the transfer currency ({currency})",
                "currency");
        }

        var used = tx.NewestFirst("transfer").Select(row => row.Body)
            .Where(row => row.Text("source_transaction") == id)
            .Sum(row => row.Number("amount") - row.Number("amount_reversed"));
        return used + amount <= charge.Number("amount") ? charge : throw ApiError.Invalid(
            "Transfers using this transaction as a source must not exceed the source amount of "
            + $"{Currencies.Format(charge.Number("amount"), currency)}. (There are already transfers using this "
            + $"source, amounting to {Currencies.Format(used, currency)}.)",
            "amount");
    }

    private static void CheckBalance(Tx tx, long amount, string currency)
    {
        if (tx.Balance(Store.Platform, currency).AvailableMinor >= amount) return;

        throw ApiError.Invalid(
            "You have insufficient available funds in your Stripe account. Try adding funds directly to your available "
            + "balance by creating Charges using the 4000000000000077 test card.",
            code: "balance_insufficient");
    }

    private static JsonObject Write(Tx tx, JsonObject data, Plan plan)
    {
        var id = Ids.New("tr");
        var availableOn = plan.Charge?.Text("balance_transaction") is { } entry
            ? Ledger.AvailableOn(tx.Find(entry)!.Body)
            : (DateTimeOffset?)null;
        var outgoing = Ledger.Post(tx, new Movement(
            Store.Platform, "transfer", "transfer", plan.Currency, -plan.AmountMinor)
        {
            Source = id,
            AvailableOn = availableOn,
        });
        var payment = AddPayment(tx, plan, id, availableOn);
        var transfer = tx.Add("transfer", Store.Platform, new JsonObject
        {
            ["id"] = id,
            ["object"] = "transfer",
            ["amount"] = plan.AmountMinor,
            ["amount_reversed"] = 0L,
            ["balance_transaction"] = outgoing.Id(),
            ["created"] = tx.NowUnix,
            ["currency"] = plan.Currency,
            ["description"] = data.Text("description"),
            ["destination"] = plan.Destination,
            ["destination_payment"] = payment.Id(),
            ["livemode"] = false,
            ["metadata"] = Json.MergeMetadata(null, data.Child("metadata")),
            ["reversals"] = ListPage.Wrap([], hasMore: false, $"/v1/transfers/{id}/reversals"),
            ["reversed"] = false,
            ["source_transaction"] = plan.Charge?.Id(),
            ["source_type"] = data.Text("source_type") ?? "card",
            ["transfer_group"] = Group(tx, data, plan.Charge),
        });
        EventLog.Emit(tx, Store.Platform, "transfer.created", transfer);
        return transfer;
    }

    // Stripe joins a charge and its transfers in one group, and makes one up where none was given.
    private static string? Group(Tx tx, JsonObject data, JsonObject? charge)
    {
        var group = data.Text("transfer_group");
        if (charge is null) return group;

        group ??= charge.Text("transfer_group") ?? $"group_{charge.Text("payment_intent") ?? charge.Id()}";
        if (charge.Text("transfer_group") is null) tx.Edit(charge.Id())["transfer_group"] = group;
        return group;
    }

    private static JsonObject AddPayment(Tx tx, Plan plan, string transferId, DateTimeOffset? availableOn)
    {
        var id = Ids.New("py");
        var incoming = Ledger.Post(tx, new Movement(
            plan.Destination, "payment", "charge", plan.Currency, plan.AmountMinor)
        {
            Source = id,
            AvailableOn = availableOn,
        });
        return tx.Add("charge", plan.Destination, new JsonObject
        {
            ["id"] = id,
            ["object"] = "charge",
            ["amount"] = plan.AmountMinor,
            ["amount_captured"] = plan.AmountMinor,
            ["amount_refunded"] = 0L,
            ["balance_transaction"] = incoming.Id(),
            ["billing_details"] = new JsonObject { ["address"] = null, ["email"] = null, ["name"] = null },
            ["captured"] = true,
            ["created"] = tx.NowUnix,
            ["currency"] = plan.Currency,
            ["disputed"] = false,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["paid"] = true,
            ["refunded"] = false,
            ["source_transfer"] = transferId,
            ["status"] = "succeeded",
        });
    }

    private sealed record Plan(long AmountMinor, string Currency, string Destination, JsonObject? Charge);
}
