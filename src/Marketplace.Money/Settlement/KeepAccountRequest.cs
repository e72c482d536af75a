using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Settlement;

/// <summary>Keeps what Stripe is asked for before it is asked, and answers what was kept first.</summary>
[Internal]
public sealed record KeepAccountRequest(AccountToCreate Wanted) : ICommand<Result<KeptAccountRequest>>, IPlatformTransaction;

/// <param name="Key">Of the call; the same as long as the parameters are the same.</param>
public sealed record KeptAccountRequest(AccountToCreate Account, string Key, int Attempt);

/// <summary>Stripe refused it: what is asked for next may say something else.</summary>
[Internal]
public sealed record DropAccountRequest(string TenantId, int Attempt) : ICommand<Result>, IPlatformTransaction;

internal sealed class AccountRequestHandlers(PlatformDb db)
    : ICommandHandler<KeepAccountRequest, Result<KeptAccountRequest>>, ICommandHandler<DropAccountRequest, Result>
{
    public async ValueTask<Result<KeptAccountRequest>> Handle(KeepAccountRequest command, CancellationToken cancellationToken)
    {
        var wanted = command.Wanted;
        var row = await db.AccountRequests.SingleOrDefaultAsync(r => r.TenantId == wanted.TenantId, cancellationToken);
        if (row is null) db.Add(row = new AccountRequest { TenantId = wanted.TenantId, Parameters = "" });
        if (row.Parameters.Length == 0) row.Parameters = JsonColumn.Write(wanted);
        return new KeptAccountRequest(
            JsonColumn.Read<AccountToCreate>(row.Parameters), $"account:{wanted.TenantId}:{row.Attempt}", row.Attempt);
    }

    public async ValueTask<Result> Handle(DropAccountRequest command, CancellationToken cancellationToken)
    {
        await db.AccountRequests.Where(r => r.TenantId == command.TenantId && r.Attempt == command.Attempt)
            .ExecuteUpdateAsync(
                s => s.SetProperty(r => r.Attempt, r => r.Attempt + 1).SetProperty(r => r.Parameters, ""), cancellationToken);
        return Result.Success();
    }
}
