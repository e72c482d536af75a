using Marketplace.StripeSimulator.Http;
using Marketplace.StripeSimulator.State;

namespace Marketplace.StripeSimulator.Accounts;

internal static class AccountAccess
{
    public static void Check(Tx tx, string account)
    {
        if (account.Length > 0 && tx.Find("account", Store.Platform, account) is null) throw Denied(account);
    }

    /// <summary>Stripe does not tell a foreign account from one that does not exist.</summary>
    public static ApiError Denied(string account) => new(
        403,
        "invalid_request_error",
        $"The provided key does not have access to account '{account}' (or that account does not exist). "
        + "Application access may have been revoked.")
    {
        Code = "account_invalid",
        Remembered = false,
    };
}
