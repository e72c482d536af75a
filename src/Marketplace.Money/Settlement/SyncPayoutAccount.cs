using System.Text.Json;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments.Contracts;
using Mediator;

namespace Marketplace.Money.Settlement;

/// <summary>
/// Asks Stripe how a seller's account stands and tells Accounts. An account that does not name this seller, or that
/// the seller does not have, changes nothing. One of the two ids is enough.
/// </summary>
[Internal]
public sealed record SyncPayoutAccount(string? TenantId, string? AccountId) : ICommand<Result>;

/// <summary>What Stripe still wants to know of a seller; kept with the seller as JSON.</summary>
public sealed record PayoutRequirements(
    bool TransfersActive, bool PayoutsEnabled, IReadOnlyList<string> CurrentlyDue, IReadOnlyList<string> PastDue,
    IReadOnlyList<string> EventuallyDue, DateTime? DeadlineUtc, string? DisabledReason)
{
    public static PayoutRequirements? Read(string? json) =>
        string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize<PayoutRequirements>(json);
}

internal sealed class SyncPayoutAccountHandler(ISellerAccountGateway gateway, ISender sender)
    : ICommandHandler<SyncPayoutAccount, Result>
{
    public async ValueTask<Result> Handle(SyncPayoutAccount command, CancellationToken cancellationToken)
    {
        var accountId = command.AccountId;
        if (accountId is null && command.TenantId is { } asked) accountId = (await SellerAsync(asked, cancellationToken))?.PayoutAccountId;
        if (accountId is null) return PayoutAccountErrors.None;
        try
        {
            if (await gateway.ReadAccountAsync(accountId, cancellationToken) is not { TenantId: { } tenant } account)
                return PayoutAccountErrors.None;
            if (command.TenantId is not null && command.TenantId != tenant) return PayoutAccountErrors.None;
            if ((await SellerAsync(tenant, cancellationToken))?.PayoutAccountId != account.AccountId) return PayoutAccountErrors.None;
            return await KeepAsync(tenant, account, cancellationToken);
        }
        catch (GatewayUnknownException)
        {
            return PaymentErrors.Unavailable;
        }
    }

    private async Task<Result> KeepAsync(string tenantId, AccountSnapshot account, CancellationToken cancellation)
    {
        var needs = new PayoutRequirements(
            account.TransfersActive, account.PayoutsEnabled, account.CurrentlyDue, account.PastDue,
            account.EventuallyDue, account.DeadlineUtc, account.DisabledReason);
        var kept = await sender.Send(
            new SetPayoutAccount(tenantId, account.AccountId, account.TransfersActive, JsonSerializer.Serialize(needs)), cancellation);
        if (!kept.Ok || !account.TransfersActive) return kept;
        foreach (var reason in (string[])[WaitReasons.AccountNotReady, "insufficient_capabilities_for_transfer"])
            await sender.Send(new WakeTransfers(tenantId, reason), cancellation);
        return kept;
    }

    private async Task<SellerInfo?> SellerAsync(string tenantId, CancellationToken cancellation) =>
        (await sender.Send(new GetSellers([tenantId]), cancellation)).Required() is [var found] ? found : null;
}

internal static class PayoutAccountErrors
{
    public static readonly Error None = Error.NotFound(
        "payout-account.none", "There is no payout account yet. Set it up first; it takes about five minutes.");

    public static Error Refused(string message) => Error.Refused(
        "payout-account.refused", $"Stripe does not accept this: {message}");
}
