using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Marketplace.Sales.Orders;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>Keeps what of a part has reached its buyer, who may review it from now on. A repeat changes nothing.</summary>
[Internal]
public sealed record NoteDelivery(string OrderId, string SellerOrderId, string TenantId, DateTime AtUtc)
    : ICommand<Result>, IPlatformTransaction;

/// <summary>What a guest received is now an account's, which may review it.</summary>
[Internal]
public sealed record MoveDeliveredLines(string FromBuyerId, string ToBuyerId, IReadOnlyList<string> OrderIds)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class NoteDeliveryHandler(PlatformDb db, ISender sender) : ICommandHandler<NoteDelivery, Result>
{
    public async ValueTask<Result> Handle(NoteDelivery command, CancellationToken cancellation)
    {
        var lines = (await sender.Send(new GetDeliveredLines(command.TenantId, command.SellerOrderId), cancellation)).Required();
        var ids = lines.Select(l => l.OrderLineId).ToList();
        var known = await db.DeliveredLines.Where(l => l.TenantId == command.TenantId && ids.Contains(l.Id))
            .Select(l => l.Id).ToListAsync(cancellation);
        foreach (var line in lines.Where(l => !known.Contains(l.OrderLineId)))
        {
            db.Add(new DeliveredLine
            {
                TenantId = command.TenantId, Id = line.OrderLineId, BuyerId = line.BuyerId, OrderId = command.OrderId,
                ListingId = line.ListingId, Slug = line.Slug, Title = line.Title, Options = line.Options,
                PictureRef = line.PictureRef, DeliveredAtUtc = command.AtUtc,
            });
        }

        return Result.Success();
    }
}

internal sealed class MoveDeliveredLinesHandler(PlatformDb db) : ICommandHandler<MoveDeliveredLines, Result>
{
    public async ValueTask<Result> Handle(MoveDeliveredLines command, CancellationToken cancellation)
    {
        var (from, to, orders) = (command.FromBuyerId, command.ToBuyerId, command.OrderIds);
        await db.DeliveredLines.Where(l => l.BuyerId == from && orders.Contains(l.OrderId))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.BuyerId, to), cancellation);
        return Result.Success();
    }
}

internal sealed class FollowOrders : IConsume<SellerOrderDelivered>, IConsume<OrdersClaimed>
{
    public IEnumerable<ICommand<Result>> On(SellerOrderDelivered happened) =>
        [new NoteDelivery(happened.OrderId, happened.SellerOrderId, happened.TenantId, happened.AtUtc)];

    public IEnumerable<ICommand<Result>> On(OrdersClaimed happened) =>
        [new MoveDeliveredLines(happened.FromBuyerId, happened.ToBuyerId, happened.OrderIds)];
}
