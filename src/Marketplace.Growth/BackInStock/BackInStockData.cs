using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.BackInStock.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.BackInStock;

/// <summary>What a person waits for: by the account, and by its address where it was typed.</summary>
internal sealed class BackInStockData(PlatformDb db) : IPersonalData
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var (buyer, email) = (subject.BuyerId, subject.Email.ToLowerInvariant());
        return
        [
            DataSheet.Of("Sold-out things you wait for", ["StockRequests"], await db.StockRequests.AsNoTracking()
                .Where(r => r.BuyerId == buyer || r.Email == email)
                .Select(r => new { r.OfferId, r.Email, r.AskedAtUtc, r.ConfirmedAtUtc, r.ToldAtUtc }).ToListAsync(cancellation)),
        ];
    }
}

/// <summary>A deleted person waits for nothing.</summary>
[Internal]
public sealed record ForgetWaiting(string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ForgetWaitingHandler(PlatformDb db) : ICommandHandler<ForgetWaiting, Result>
{
    public async ValueTask<Result> Handle(ForgetWaiting command, CancellationToken cancellation)
    {
        var buyer = command.BuyerId;
        var emails = db.StockRequests.Where(r => r.BuyerId == buyer).Select(r => r.Email);
        await db.StockRequests.Where(r => r.BuyerId == buyer || emails.Contains(r.Email)).ExecuteDeleteAsync(cancellation);
        return Result.Success();
    }
}

internal sealed class ForgetWaitingPeople : IConsume<PersonDeleted>
{
    public IEnumerable<ICommand<Result>> On(PersonDeleted happened) => [new ForgetWaiting(happened.BuyerId)];
}
