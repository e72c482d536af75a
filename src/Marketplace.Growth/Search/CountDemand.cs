using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Sales.Contracts;
using Mediator;

namespace Marketplace.Growth.Search;

/// <summary>
/// What was bought is wanted: its documents are made anew, with their units sold. The index follows changes by its own
/// cursor, so that many sales between two looks make one document.
/// </summary>
[Internal]
public sealed record CountDemand(IReadOnlyList<PlacedPart> Parts) : ICommand<Result>, IPlatformTransaction;

internal sealed class CountDemandHandler(PlatformDb db) : ICommandHandler<CountDemand, Result>
{
    public async ValueTask<Result> Handle(CountDemand command, CancellationToken cancellation)
    {
        await ListingChanges.BumpAsync(
            db, command.Parts.SelectMany(p => p.Lines.Select(l => (p.TenantId, l.ListingId))), cancellation);
        return Result.Success();
    }
}

internal sealed class OnOrderPlaced : IConsume<OrderPlaced>
{
    public IEnumerable<ICommand<Result>> On(OrderPlaced happened) => [new CountDemand(happened.Parts)];
}
