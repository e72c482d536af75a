using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.BackInStock.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.BackInStock;

/// <summary>What a mail's link is about, without changing it. Error: <c>stock-request.no-link</c>.</summary>
[Anyone]
public sealed record ReadStockRequest(string Token) : IQuery<Result<StockRequestView>>;

/// <param name="Path">Null: the thing is not sold any more.</param>
public sealed record StockRequestView(StockRequestState State, string Name, string? Path);

/// <summary>The address wants it; a repeat changes nothing. Error: <c>stock-request.no-link</c>.</summary>
[Anyone]
public sealed record ConfirmStockRequest(string Token) : ICommand<Result>, IPlatformTransaction;

/// <summary>Ends a request and forgets its address; a repeat changes nothing. Error: <c>stock-request.no-link</c>.</summary>
[Anyone]
public sealed record EndStockRequest(string Token) : ICommand<Result>, IPlatformTransaction;

internal sealed class AnswerStockRequestHandlers(PlatformDb db, ISecretSeal seal, TimeProvider clock)
    : IQueryHandler<ReadStockRequest, Result<StockRequestView>>, ICommandHandler<ConfirmStockRequest, Result>,
        ICommandHandler<EndStockRequest, Result>
{
    public async ValueTask<Result<StockRequestView>> Handle(ReadStockRequest query, CancellationToken cancellationToken)
    {
        var id = StockRequestLink.Read(seal, query.Token);
        var request = await db.StockRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (request is null) return StockRequestErrors.NoLink;
        var goods = await WaitedFor.FindAsync(db, request.OfferId, cancellationToken);
        return new StockRequestView(StateOf(request), goods?.Name ?? "", goods?.Path);
    }

    public async ValueTask<Result> Handle(ConfirmStockRequest command, CancellationToken cancellationToken)
    {
        var id = StockRequestLink.Read(seal, command.Token);
        var request = await db.StockRequests.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (request is null) return StockRequestErrors.NoLink;
        request.ConfirmedAtUtc ??= clock.GetUtcNow().UtcDateTime;
        return Result.Success();
    }

    public async ValueTask<Result> Handle(EndStockRequest command, CancellationToken cancellationToken)
    {
        if (StockRequestLink.Read(seal, command.Token) is not { } id) return StockRequestErrors.NoLink;
        await db.StockRequests.Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken);
        return Result.Success();
    }

    private static StockRequestState StateOf(StockRequest request) => request switch
    {
        { ToldAtUtc: not null } => StockRequestState.Told,
        { ConfirmedAtUtc: not null } => StockRequestState.Waiting,
        _ => StockRequestState.ToBeConfirmed,
    };
}
