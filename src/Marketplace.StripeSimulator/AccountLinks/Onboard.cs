using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.Accounts;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.AccountLinks;

internal enum OnboardingEnd
{
    Verified,
    MoreNeeded,
    Rejected,
}

/// <summary>What a seller typed, as typed.</summary>
internal sealed record OnboardingForm(string BusinessType, string Name, string Iban, bool Confirmed, OnboardingEnd End)
{
    public static OnboardingForm Empty { get; } = new("", "", "", Confirmed: false, OnboardingEnd.Verified);
}

/// <summary>Writes the answers of the onboarding page into the account.</summary>
internal static class Onboard
{
    public const string GoodIban = "DE89370400440532013000";

    /// <summary>Payouts to this account come back some days later.</summary>
    public const string FailingIban = "DE62370400440532013001";

    private static readonly string[] BusinessTypes = ["individual", "company", "non_profit"];

    /// <summary>Field name to what is wrong and how to mend it.</summary>
    public static Dictionary<string, string> Check(OnboardingForm form)
    {
        var errors = new Dictionary<string, string>();
        if (!BusinessTypes.Contains(form.BusinessType))
        {
            errors["business_type"] = "Choose what kind of business you are.";
        }

        if (form.Name.Trim().Length == 0) errors["name"] = "Enter the name on your bank account.";
        var iban = Compact(form.Iban);
        if (iban.Length is < 15 or > 34 || !char.IsAsciiLetterUpper(iban[0]))
        {
            errors["iban"] = $"An IBAN starts with two letters and has 15 to 34 characters, for example {GoodIban}.";
        }

        if (!form.Confirmed) errors["confirmed"] = "Tick the box to confirm your details.";
        return errors;
    }

    public static void Run(Tx tx, string accountId, OnboardingForm form)
    {
        var account = tx.Edit(accountId);
        account["business_type"] = form.BusinessType;
        account["business_profile"]!["name"] ??= form.Name.Trim();
        account["details_submitted"] = true;
        account["tos_acceptance"] = new JsonObject
        {
            ["date"] = tx.NowUnix,
            ["ip"] = "127.0.0.1",
            ["user_agent"] = null,
        };
        AccountBody.SetBank(account, Compact(form.Iban), account.Need("default_currency"));
        switch (form.End)
        {
            case OnboardingEnd.Verified:
                AccountBody.SetDue(account, []);
                break;
            case OnboardingEnd.MoreNeeded:
                AccountBody.SetDue(account, ["individual.verification.document"]);
                break;
            case OnboardingEnd.Rejected:
                AccountBody.SetDue(account, [], "rejected.fraud");
                break;
        }

        UpdateAccount.Announce(tx, account);
    }

    private static string Compact(string iban) =>
        string.Concat(iban.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
