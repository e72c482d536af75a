using Stripe.V2.Core;

namespace Marketplace.Tests.StripeSimulator;

public sealed class AccountV2Tests
{
    [Fact]
    public async Task An_account_made_by_v2_is_onboarded_and_can_be_paid_by_v1()
    {
        await using var stripe = await SimulatedStripe.StartAsync();
        var accounts = stripe.Client.V2.Core.Accounts;

        var account = await accounts.CreateAsync(NewSeller());
        var link = await stripe.Client.V2.Core.AccountLinks.CreateAsync(new AccountLinkCreateOptions
        {
            Account = account.Id,
            UseCase = new AccountLinkCreateUseCaseOptions
            {
                Type = "account_onboarding",
                AccountOnboarding = new AccountLinkCreateUseCaseAccountOnboardingOptions
                {
                    RefreshUrl = "http://localhost/refresh",
                    ReturnUrl = "http://localhost/return",
                },
            },
        });
        stripe.Host.Control.Onboard(account.Id);

        Assert.Equal(("restricted", "express"), (Status(account), account.Dashboard));
        Assert.StartsWith(stripe.Host.Url + "/setup/", link.Url, StringComparison.Ordinal);
        var ready = await accounts.GetAsync(account.Id, new AccountGetOptions
        {
            Include = ["configuration.recipient", "requirements", "identity", "defaults"],
        });
        Assert.Equal(("active", "application"), (Status(ready), ready.Defaults.Responsibilities.LossesCollector));
        Assert.Empty(ready.Requirements.Entries);
        Assert.True((await stripe.V1.Accounts.GetAsync(account.Id)).PayoutsEnabled);
    }

    private static string Status(Account account) =>
        account.Configuration.Recipient.Capabilities.StripeBalance.StripeTransfers.Status;

    private static AccountCreateOptions NewSeller() => new()
    {
        ContactEmail = "shop@example.com",
        DisplayName = "Anna's lamps",
        Dashboard = "express",
        Identity = new AccountCreateIdentityOptions { Country = "de" },
        Defaults = new AccountCreateDefaultsOptions
        {
            Responsibilities = new AccountCreateDefaultsResponsibilitiesOptions
            {
                FeesCollector = "application",
                LossesCollector = "application",
            },
        },
        Configuration = new AccountCreateConfigurationOptions
        {
            Recipient = new AccountCreateConfigurationRecipientOptions
            {
                Capabilities = new AccountCreateConfigurationRecipientCapabilitiesOptions
                {
                    StripeBalance = new AccountCreateConfigurationRecipientCapabilitiesStripeBalanceOptions
                    {
                        StripeTransfers =
                            new AccountCreateConfigurationRecipientCapabilitiesStripeBalanceStripeTransfersOptions
                            {
                                Requested = true,
                            },
                    },
                },
            },
        },
        Include = ["configuration.recipient", "requirements"],
    };
}
