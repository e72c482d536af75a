using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>Sets what the reviews of a shop come to. Error: <c>seller.not-found</c>.</summary>
/// <param name="RatingHundredths">Mean of stars times 100.</param>
[Internal]
public sealed record SetSellerRating(string TenantId, int RatingHundredths, int RatingCount)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SetSellerRatingHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<SetSellerRating, Result>
{
    public async ValueTask<Result> Handle(SetSellerRating command, CancellationToken cancellationToken)
    {
        var standing = await db.SellerStandings.SingleOrDefaultAsync(s => s.TenantId == command.TenantId, cancellationToken);
        if (standing is null) return SellerErrors.NotFound;
        if ((standing.RatingHundredths, standing.RatingCount) == (command.RatingHundredths, command.RatingCount))
            return Result.Success();
        (standing.RatingHundredths, standing.RatingCount) = (command.RatingHundredths, command.RatingCount);
        standing.ChangedAtUtc = clock.GetUtcNow().UtcDateTime;
        return Result.Success();
    }
}
