using Marketplace.Money.Payments.Contracts;
using Stripe;

namespace Marketplace.Money.Payments.Adapters.Stripe;

/// <summary>
/// Sellers' accounts: Express dashboard, the platform pays Stripe's fees and bears losses, as separate charges and
/// transfers demand; only transfers are asked for. The v1 resource is used: it says everything this platform needs.
/// </summary>
internal sealed class StripeAccounts(StripeConnection stripe) : ISellerAccountGateway
{
    private const string TenantKey = "tenant_id";

    public async Task<GatewayAnswer<string>> CreateAccountAsync(
        AccountToCreate account, string key, CancellationToken cancellation)
    {
        var options = new AccountCreateOptions
        {
            Country = account.Country, Email = account.Email,
            BusinessProfile = new AccountBusinessProfileOptions { Name = account.BusinessName },
            Controller = new AccountControllerOptions
            {
                Fees = new AccountControllerFeesOptions { Payer = "application" },
                Losses = new AccountControllerLossesOptions { Payments = "application" },
                StripeDashboard = new AccountControllerStripeDashboardOptions { Type = "express" },
            },
            Capabilities = new AccountCapabilitiesOptions
            {
                Transfers = new AccountCapabilitiesTransfersOptions { Requested = true },
            },
            Metadata = new Dictionary<string, string> { [TenantKey] = account.TenantId },
        };
        var answer = await stripe.WriteAsync(
            () => stripe.V1.Accounts.CreateAsync(options, new RequestOptions { IdempotencyKey = key }, cancellation), cancellation);
        return new GatewayAnswer<string>(answer.Value?.Id, answer.Refusal);
    }

    public async Task<GatewayAnswer<string>> CreateOnboardingLinkAsync(
        string accountId, string returnUrl, string refreshUrl, CancellationToken cancellation)
    {
        var options = new AccountLinkCreateOptions
        {
            Account = accountId, Type = "account_onboarding", ReturnUrl = returnUrl, RefreshUrl = refreshUrl,
            CollectionOptions = new AccountLinkCollectionOptionsOptions { Fields = "eventually_due" },
        };
        var answer = await stripe.WriteAsync(
            () => stripe.V1.AccountLinks.CreateAsync(options, cancellationToken: cancellation), cancellation);
        return new GatewayAnswer<string>(answer.Value?.Url, answer.Refusal);
    }

    public async Task<AccountSnapshot?> ReadAccountAsync(string accountId, CancellationToken cancellation)
    {
        var account = await StripeConnection.ReadAsync(
            () => stripe.V1.Accounts.GetAsync(accountId, cancellationToken: cancellation), cancellation);
        if (account is null) return null;
        var needs = account.Requirements;
        return new AccountSnapshot(
            account.Id, account.Metadata?.GetValueOrDefault(TenantKey), account.Capabilities?.Transfers == "active",
            account.PayoutsEnabled, needs?.CurrentlyDue ?? [], needs?.PastDue ?? [], needs?.EventuallyDue ?? [],
            needs?.CurrentDeadline, needs?.DisabledReason);
    }

    public async Task<IReadOnlyList<PayoutSnapshot>> ListPayoutsAsync(
        string accountId, DateTime sinceUtc, CancellationToken cancellation)
    {
        var options = new PayoutListOptions { Limit = 100, Created = new DateRangeOptions { GreaterThanOrEqual = sinceUtc } };
        return await StripeConnection.ReadAsync(() => ListAsync(accountId, options, cancellation), cancellation) ?? [];
    }

    private async Task<IReadOnlyList<PayoutSnapshot>> ListAsync(
        string accountId, PayoutListOptions options, CancellationToken cancellation)
    {
        var found = new List<PayoutSnapshot>();
        var asSeller = new RequestOptions { StripeAccount = accountId };
        await foreach (var payout in stripe.V1.Payouts.ListAutoPagingAsync(options, asSeller, cancellation))
        {
            found.Add(Snapshot(payout));
        }

        return found;
    }

    internal static PayoutSnapshot Snapshot(Payout payout) => new(
        payout.Id, payout.Status, payout.Amount, payout.Currency.ToUpperInvariant(), payout.Created, payout.ArrivalDate,
        payout.FailureMessage);
}
