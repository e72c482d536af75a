using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Sales.Orders;

/// <summary>
/// A person has proven that an e-mail is theirs: orders that guests placed under it become theirs. Orders that belong
/// to another account stay there, whatever their receipt's address. A repeat changes nothing.
/// </summary>
[Internal]
public sealed record ClaimOrdersByEmail(string Email, string BuyerId) : ICommand<Result>, IPlatformTransaction;

internal sealed class ClaimOrdersByEmailHandler(PlatformDb db, ISender sender) : ICommandHandler<ClaimOrdersByEmail, Result>
{
    private const int Most = 500;

    public async ValueTask<Result> Handle(ClaimOrdersByEmail command, CancellationToken cancellation)
    {
        var email = command.Email.ToLowerInvariant();
        var orders = await db.Orders.AsNoTracking()
            .Where(o => o.Email.ToLower() == email && o.ByGuest && o.State == OrderState.Placed && o.BuyerId != command.BuyerId)
            .OrderBy(o => o.Id).Take(Most).Select(o => new { o.Id, o.BuyerId }).ToListAsync(cancellation);
        foreach (var order in orders)
        {
            var claimed = await sender.Send(new ClaimOrders(order.BuyerId, command.BuyerId, order.Id), cancellation);
            if (!claimed.Ok) return claimed;
        }

        return Result.Success();
    }
}

internal sealed class OnEmailConfirmed : IConsume<EmailConfirmed>
{
    public IEnumerable<ICommand<Result>> On(EmailConfirmed happened) =>
        [new ClaimOrdersByEmail(happened.Email, happened.BuyerId)];
}
