namespace Marketplace.StripeSimulator.PaymentIntents;

internal enum CardOutcome
{
    Succeeds,
    Declines,
    AsksForAuthentication,
}

internal enum LaterTrouble
{
    None,
    Dispute,
    NotReceivedDispute,
    Inquiry,
    RefundFails,
    RefundIsPending,
}

/// <summary>Stripe's published test cards. Source: docs.stripe.com/testing.</summary>
internal sealed record TestCard(string Number, string Brand, CardOutcome Outcome, string Hint)
{
    public string Code { get; init; } = "card_declined";
    public string? DeclineCode { get; init; }
    public string Message { get; init; } = "Your card was declined.";
    public LaterTrouble Later { get; init; }

    /// <summary>Its money is available at once, without the days of waiting.</summary>
    public bool AvailableAtOnce { get; init; }

    public string Last4 => Number[^4..];

    public static IReadOnlyList<TestCard> All { get; } =
    [
        Good("4242424242424242", "Succeeds"),
        Good("5555555555554444", "Succeeds", "mastercard"),
        Bad("4000000000000002", "card_declined", "generic_decline", "Your card was declined."),
        Bad("4000000000009995", "card_declined", "insufficient_funds", "Your card has insufficient funds."),
        Bad("4000000000009987", "card_declined", "lost_card", "Your card was declined."),
        Bad("4000000000000069", "expired_card", null, "Your card has expired."),
        Bad("4000000000000127", "incorrect_cvc", null, "Your card's security code is incorrect."),
        Bad("4000000000000119", "processing_error", null, "An error occurred while processing your card. Try again."),
        new("4000002500003155", "visa", CardOutcome.AsksForAuthentication, "Asks for 3-D Secure"),
        new("4000002760003184", "visa", CardOutcome.AsksForAuthentication, "Always asks for 3-D Secure"),
        Good("4000000000000077", "Succeeds, money available at once") with { AvailableAtOnce = true },
        Good("4000000000000259", "Succeeds, disputed later") with { Later = LaterTrouble.Dispute },
        Good("4000000000002685", "Succeeds, 'not received' later") with { Later = LaterTrouble.NotReceivedDispute },
        Good("4000000000001976", "Succeeds, inquiry later") with { Later = LaterTrouble.Inquiry },
        Good("4000000000005126", "Succeeds, its refund fails later") with { Later = LaterTrouble.RefundFails },
        Good("4000000000007726", "Succeeds, its refund is pending first") with { Later = LaterTrouble.RefundIsPending },
    ];

    private static readonly Dictionary<string, string> Tokens = new()
    {
        ["pm_card_visa"] = "4242424242424242",
        ["pm_card_mastercard"] = "5555555555554444",
        ["pm_card_visa_chargeDeclined"] = "4000000000000002",
        ["pm_card_chargeDeclined"] = "4000000000000002",
        ["pm_card_chargeDeclinedInsufficientFunds"] = "4000000000009995",
        ["pm_card_threeDSecure2Required"] = "4000002760003184",
        ["pm_card_authenticationRequired"] = "4000002500003155",
        ["pm_card_bypassPending"] = "4000000000000077",
        ["pm_card_createDispute"] = "4000000000000259",
        ["pm_card_createDisputeInquiry"] = "4000000000001976",
        ["pm_card_refundFail"] = "4000000000005126",
        ["pm_card_pendingRefund"] = "4000000000007726",
    };

    /// <summary>By number (spaces allowed) or by Stripe's token, such as `pm_card_visa`.</summary>
    public static TestCard? Find(string numberOrToken)
    {
        var number = Tokens.GetValueOrDefault(numberOrToken)
            ?? string.Concat(numberOrToken.Where(char.IsAsciiDigit));
        return All.FirstOrDefault(card => card.Number == number);
    }

    private static TestCard Good(string number, string hint, string brand = "visa") =>
        new(number, brand, CardOutcome.Succeeds, hint);

    private static TestCard Bad(string number, string code, string? declineCode, string message) =>
        new(number, "visa", CardOutcome.Declines, message)
        {
            Code = code,
            DeclineCode = declineCode,
            Message = message,
        };
}
