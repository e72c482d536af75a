using Marketplace.Care.Reviews.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Reviews;

/// <summary>Whether the caller is asked by mail for reviews.</summary>
[Person]
public sealed record SetReviewRequests(bool Wanted) : ICommand<Result>, IPlatformTransaction;

[Person]
public sealed record GetReviewRequests : IQuery<Result<bool>>;

internal sealed class SetReviewRequestsHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<SetReviewRequests, Result>, IQueryHandler<GetReviewRequests, Result<bool>>
{
    public async ValueTask<Result> Handle(SetReviewRequests command, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId!;
        var row = await db.NoReviewRequests.SingleOrDefaultAsync(n => n.BuyerId == buyerId, cancellation);
        if (command.Wanted && row is not null) db.Remove(row);
        if (!command.Wanted && row is null)
            db.Add(new NoReviewRequests { BuyerId = buyerId, SinceUtc = clock.GetUtcNow().UtcDateTime });
        return Result.Success();
    }

    public async ValueTask<Result<bool>> Handle(GetReviewRequests query, CancellationToken cancellation)
    {
        var buyerId = caller.Caller.BuyerId!;
        return !await db.NoReviewRequests.AnyAsync(n => n.BuyerId == buyerId, cancellation);
    }
}
