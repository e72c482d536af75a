namespace Marketplace.StripeSimulator.PaymentIntents;

/// <summary>Stripe's test IBANs for a direct debit, a method whose outcome is known only later.</summary>
internal sealed record BankDebit(string Iban, bool Succeeds, bool Slow, string Hint)
{
    public static IReadOnlyList<BankDebit> All { get; } =
    [
        new("DE89370400440532013000", Succeeds: true, Slow: false, "Processing, then succeeds"),
        new("DE62370400440532013001", Succeeds: false, Slow: false, "Processing, then fails"),
        new("DE08370400440532013003", Succeeds: true, Slow: true, "Processing for minutes, then succeeds"),
        new("DE78370400440532013004", Succeeds: false, Slow: true, "Processing for minutes, then fails"),
    ];

    public static BankDebit? Find(string iban)
    {
        var compact = string.Concat(iban.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return All.FirstOrDefault(debit => debit.Iban == compact);
    }
}
