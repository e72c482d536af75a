using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments.Contracts;
using Mediator;
using Microsoft.EntityFrameworkCore;

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

internal sealed class PayoutOnboardingHandlers(
    ISellerAccountGateway gateway, CallerAccessor caller, ISender sender, IDatabaseProvider database)
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
                // Two clicks make one account: of two members, too, who have different addresses.
                var request = await KeepAsync(
                    new AccountToCreate(tenant, seller.Country, command.Email, seller.Name), cancellationToken);
                var made = await gateway.CreateAccountAsync(request.Account, request.Key, cancellationToken);
                if (made.Value is not { } id)
                {
                    await sender.Send(new DropAccountRequest(tenant, request.Attempt), cancellationToken);
                    return PayoutAccountErrors.Refused(made.Refusal!.Message);
                }

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

    private async Task<KeptAccountRequest> KeepAsync(AccountToCreate wanted, CancellationToken cancellation)
    {
        try
        {
            return (await sender.Send(new KeepAccountRequest(wanted), cancellation)).Required();
        }
        catch (DbUpdateException exception) when (database.IsDuplicateKey(exception))
        {
            // Somebody else was first by a moment: now theirs is there.
            return (await sender.Send(new KeepAccountRequest(wanted), cancellation)).Required();
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
