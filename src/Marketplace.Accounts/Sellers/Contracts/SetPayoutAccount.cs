using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>Keeps what the payment provider says of a seller's account; saying it again changes nothing.</summary>
/// <param name="RequirementsJson">What the provider still asks for, as it says it.</param>
[Internal]
public sealed record SetPayoutAccount(string TenantId, string AccountId, bool Ready, string RequirementsJson)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SetPayoutAccountHandler(PlatformDb db) : ICommandHandler<SetPayoutAccount, Result>
{
    public async ValueTask<Result> Handle(SetPayoutAccount command, CancellationToken cancellationToken)
    {
        if (await db.Sellers.SingleOrDefaultAsync(s => s.Id == command.TenantId, cancellationToken) is not { } seller)
            return SellerErrors.NotFound;
        seller.PayoutAccountId = command.AccountId;
        seller.PayoutsReady = command.Ready;
        seller.PayoutRequirementsJson = command.RequirementsJson.Length > 4000 ? "" : command.RequirementsJson;
        return Result.Success();
    }
}
