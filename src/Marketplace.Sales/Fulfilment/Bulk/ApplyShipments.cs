using System.Security.Cryptography;
using System.Text;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Sales.Fulfilment.Bulk;

/// <summary>
/// Ships what a file says, each parcel in a transaction of its own, so that one refusal does not stop the others. The same
/// file again, or twice at once, ships once: a parcel's key is what it holds. Errors as <see cref="PlanShipments"/>.
/// </summary>
[Seller("orders")]
public sealed record ApplyShipments(string Csv) : ICommand<Result<ShipmentsApplied>>;

/// <param name="Refused">Numbers of orders that could not be shipped after all, and why.</param>
public sealed record ShipmentsApplied(int Parcels, int RowsLeftOut, IReadOnlyList<RefusedParcel> Refused);

public sealed record RefusedParcel(string Number, string Why);

internal sealed class ApplyShipmentsHandler(ISender sender, IServiceScopeFactory scopes, CallerAccessor caller)
    : ICommandHandler<ApplyShipments, Result<ShipmentsApplied>>
{
    public async ValueTask<Result<ShipmentsApplied>> Handle(ApplyShipments command, CancellationToken cancellation)
    {
        var plan = await sender.Send(new PlanShipments(command.Csv), cancellation);
        if (!plan.Ok) return plan.Error;
        var (shipped, refused) = (0, new List<RefusedParcel>());
        foreach (var parcel in plan.Value.Parcels)
        {
            var done = await ShipAsync(parcel, cancellation);
            if (done.Ok) shipped++;
            else refused.Add(new RefusedParcel(parcel.Number, done.Error.Message));
        }

        return new ShipmentsApplied(shipped, plan.Value.Rows.Count(r => r.Outcome != RowOutcome.Ships), refused);
    }

    /// <summary>In a scope of its own: only a request's first message keeps its answer under a key.</summary>
    private async Task<Result<string>> ShipAsync(PlannedParcel parcel, CancellationToken cancellation)
    {
        await using var own = scopes.CreateAsyncScope();
        own.ServiceProvider.GetRequiredService<CallerAccessor>().Set(caller.Caller);
        return await own.ServiceProvider.GetRequiredService<ISender>().Send(
            new ShipOrder(
                parcel.SellerOrderId, parcel.Pieces, parcel.CarrierCode, parcel.TrackingNumber, IdempotencyKey: KeyOf(parcel)),
            cancellation);
    }

    private static string KeyOf(PlannedParcel parcel)
    {
        var pieces = string.Join(',', parcel.Pieces.OrderBy(p => p.OrderLineId, StringComparer.Ordinal)
            .Select(p => $"{p.OrderLineId}:{p.Quantity}"));
        var content = $"{parcel.SellerOrderId}|{parcel.CarrierCode}|{parcel.TrackingNumber}|{pieces}";
        return "csv:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}
