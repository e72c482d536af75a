using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments.Contracts;
using Mediator;

namespace Marketplace.Money.Settlement;

/// <summary>
/// Answers a single-use link to Stripe's own pages, where the seller says who they are and where payouts go. Makes
/// the account first, once, where there is none. Fails with <c>payment.unavailable</c>, <c>payout-account.refused</c>.
/// </summary>
/// <param name="RefreshUrl">Where Stripe sends people whose link has been used or is too old.</param>
[Seller("money"), Fresh, SecondFactor]
public sealed record StartPayoutOnboarding(string ReturnUrl, string RefreshUrl, string Email) : ICommand<Result<string>>;

/// <summary>Asks Stripe how the seller's account stands: on the way back from its pages, and on demand.</summary>
[Seller("money")]
public sealed record RefreshPayoutAccount : ICommand<Result>;

internal sealed class PayoutOnboardingHandlers(ISellerAccountGateway gateway, CallerAccessor caller, ISender sender)
    : ICommandHandler<StartPayoutOnboarding, Result<string>>, ICommandHandler<RefreshPayoutAccount, Result>
{
    public async ValueTask<Result<string>> Handle(StartPayoutOnboarding command, CancellationToken cancellationToken)
    {
        var tenant = caller.Caller.TenantId!;
        var seller = (await sender.Send(new GetSellers([tenant]), cancellationToken)).Required() is [var found] ? found : null;
        if (seller is null) return AccessErrors.NoSuchPlace;
        try
        {
            var account = seller.PayoutAccountId;
            if (account is null)
            {
                // Two clicks make one account: the key is the seller's, and the parameters are the seller's alone.
                var made = await gateway.CreateAccountAsync(
                    new AccountToCreate(tenant, seller.Country, command.Email, seller.Name), $"account:{tenant}:1", cancellationToken);
                if (made.Value is not { } id) return PayoutAccountErrors.Refused(made.Refusal!.Message);
                await sender.Send(new SetPayoutAccount(tenant, account = id, Ready: false, ""), cancellationToken);
            }

            var link = await gateway.CreateOnboardingLinkAsync(account, command.ReturnUrl, command.RefreshUrl, cancellationToken);
            return link.Value is { } url ? url : PayoutAccountErrors.Refused(link.Refusal!.Message);
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }

    public async ValueTask<Result> Handle(RefreshPayoutAccount command, CancellationToken cancellationToken) =>
        await sender.Send(new SyncPayoutAccount(caller.Caller.TenantId, null), cancellationToken);
}

/// <summary>The checklist's line: transfers to the seller are possible.</summary>
internal sealed class PayoutAccountRequirement(ISender sender) : ISellerRequirement
{
    public string Key => SellerRequirements.PayoutAccount;

    public async Task<bool> IsMetAsync(string tenantId, CancellationToken cancellation) =>
        (await sender.Send(new GetSellers([tenantId]), cancellation)).Required() is [{ PayoutsReady: true }];
}
