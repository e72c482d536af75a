using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;

namespace Marketplace.Money.Settlement;

/// <summary>The seller's payout account as Stripe last told of it.</summary>
[Seller("money")]
public sealed record GetPayoutAccount : IQuery<Result<PayoutAccount>>;

/// <param name="Needs">Null until Stripe has said anything.</param>
public sealed record PayoutAccount(bool Exists, bool IsReady, PayoutRequirements? Needs)
{
    public IReadOnlyList<string> PastDue => Needs?.PastDue ?? [];

    /// <summary>What it will ask for as sales grow; nothing of it hurries.</summary>
    public IReadOnlyList<string> Later => Needs is null ? [] : [.. Needs.EventuallyDue.Except(Due)];

    /// <summary>What Stripe wants now, the overdue first.</summary>
    public IReadOnlyList<string> Due => Needs is null ? [] : [.. Needs.PastDue.Union(Needs.CurrentlyDue)];
}

internal sealed class GetPayoutAccountHandler(CallerAccessor caller, ISender sender)
    : IQueryHandler<GetPayoutAccount, Result<PayoutAccount>>
{
    public async ValueTask<Result<PayoutAccount>> Handle(GetPayoutAccount query, CancellationToken cancellationToken)
    {
        var file = await sender.Send(new GetPayoutFile(caller.Caller.TenantId!), cancellationToken);
        return file.Ok
            ? new PayoutAccount(file.Value.AccountId is not null, file.Value.Ready, PayoutRequirements.Read(file.Value.RequirementsJson))
            : file.Error;
    }
}
