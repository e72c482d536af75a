using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.PaymentIntents;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Checkout;

/// <summary>What a press of "Pay" comes to.</summary>
/// <param name="Error">What the payer reads when nothing was paid; null otherwise.</param>
internal sealed record PayOutcome(PayResult Result, string? Error = null);

/// <summary>One attempt by a person (or by the control API) to pay an open session.</summary>
internal static class PaySession
{
    public static PayOutcome ByCard(Tx tx, string sessionId, TestCard card, Payer payer, bool authenticated = false)
    {
        var (session, intent) = Prepare(tx, sessionId, payer);
        return PayIntent.ByCard(tx, intent, card, authenticated) switch
        {
            PayResult.Succeeded => Complete(tx, session, PayResult.Succeeded),
            PayResult.Declined => new PayOutcome(PayResult.Declined, card.Message),
            PayResult.RequiresAction => new PayOutcome(PayResult.RequiresAction),
            PayResult.Processing => Complete(tx, session, PayResult.Processing),
        };
    }

    public static PayOutcome ByBankDebit(Tx tx, string sessionId, BankDebit debit, Payer payer)
    {
        var (session, intent) = Prepare(tx, sessionId, payer);
        return Complete(tx, session, PayIntent.ByBankDebit(tx, intent, debit));
    }

    /// <summary>The bank's challenge was passed (or not) for the card that asked for it.</summary>
    public static PayOutcome AnswerChallenge(Tx tx, string sessionId, bool passed)
    {
        var session = tx.Edit(sessionId);
        var intent = tx.Edit(session.Need("payment_intent"));
        if (!passed)
        {
            PayIntent.FailAuthentication(tx, intent);
            return new PayOutcome(PayResult.Declined, intent["last_payment_error"]!["message"]!.GetValue<string>());
        }

        var card = TestCard.Find(intent.HiddenPart().Need("card"))!;
        PayIntent.ByCard(tx, intent, card, authenticated: true);
        return Complete(tx, session, PayResult.Succeeded);
    }

    public static bool AwaitsChallenge(Tx tx, JsonObject session) =>
        session.Text("status") == "open"
        && session.Text("payment_intent") is { } id
        && tx.Find(id)?.Body.Text("status") == "requires_action";

    private static PayOutcome Complete(Tx tx, JsonObject session, PayResult result)
    {
        FinishSession.Complete(tx, session, paid: result is PayResult.Succeeded);
        return new PayOutcome(result);
    }

    private static (JsonObject Session, JsonObject Intent) Prepare(Tx tx, string sessionId, Payer payer)
    {
        var session = tx.Edit(sessionId);
        session["customer_details"] = new JsonObject
        {
            ["address"] = null,
            ["email"] = payer.Email,
            ["name"] = payer.Name,
            ["phone"] = null,
            ["tax_exempt"] = "none",
            ["tax_ids"] = new JsonArray(),
        };
        if (session.Text("payment_intent") is { } id) return (session, tx.Edit(id));

        var data = session.HiddenPart().Child("intent")!;
        var intent = CreateIntent.Run(tx, session.Number("amount_total"), session.Need("currency"), data);
        intent.HiddenPart()["session"] = sessionId;
        intent["receipt_email"] ??= payer.Email;
        session["payment_intent"] = intent.Id();
        return (session, intent);
    }
}

internal sealed record Payer(string? Email, string? Name);
