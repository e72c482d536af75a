using Marketplace.StripeSimulator.PaymentIntents;
using Microsoft.AspNetCore.Http;

namespace Marketplace.StripeSimulator.Pages;

/// <summary>What the payer typed, as typed, and what is wrong with it.</summary>
internal sealed record PayForm
{
    public string Method { get; init; } = "card";
    public string Email { get; init; } = "";
    public string Number { get; init; } = "";
    public string Expiry { get; init; } = "";
    public string Cvc { get; init; } = "";
    public string Name { get; init; } = "";
    public string Iban { get; init; } = "";

    /// <summary>Field name (or `form`) to the words beside it.</summary>
    public Dictionary<string, string> Errors { get; } = [];

    public bool ByDebit => Method == "bank_debit";

    public static async Task<PayForm> ReadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        return new PayForm
        {
            Method = form["method"] == "bank_debit" ? "bank_debit" : "card",
            Email = form["email"].ToString().Trim(),
            Number = form["number"].ToString().Trim(),
            Expiry = form["expiry"].ToString().Trim(),
            Cvc = form["cvc"].ToString().Trim(),
            Name = form["name"].ToString().Trim(),
            Iban = form["iban"].ToString().Trim(),
        };
    }

    public bool Check(DateTimeOffset now)
    {
        if (!Email.Contains('@', StringComparison.Ordinal))
        {
            Errors["email"] = "Enter your e-mail, for example anna@example.com.";
        }

        if (ByDebit) CheckDebit();
        else CheckCard(now);
        return Errors.Count == 0;
    }

    private void CheckDebit()
    {
        if (BankDebit.Find(Iban) is null) Errors["iban"] = "This is not one of the test IBANs listed below.";
    }

    private void CheckCard(DateTimeOffset now)
    {
        if (Number.Length == 0) Errors["number"] = "Enter a card number.";
        else if (TestCard.Find(Number) is null) Errors["number"] = "This is not one of the test cards listed below.";
        if (!ExpiresLater(now)) Errors["expiry"] = "Enter a month and year in the future, for example 12 / 34.";
        if (Cvc.Length is not (3 or 4) || !Cvc.All(char.IsAsciiDigit))
        {
            Errors["cvc"] = "Enter 3 digits, for example 123.";
        }
    }

    private bool ExpiresLater(DateTimeOffset now)
    {
        var digits = string.Concat(Expiry.Where(char.IsAsciiDigit));
        if (digits.Length != 4) return false;

        var month = int.Parse(digits[..2], System.Globalization.CultureInfo.InvariantCulture);
        var year = 2000 + int.Parse(digits[2..], System.Globalization.CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && (year > now.Year || (year == now.Year && month >= now.Month));
    }
}
