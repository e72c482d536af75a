using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>
/// Opens a shop without checklist and review: for seeding and tests, where the platform itself brings the seller.
/// </summary>
[Internal]
public sealed record OpenSeller(string TenantId) : ICommand<Result>, IPlatformTransaction;

internal sealed class OpenSellerHandler(PlatformDb db, SellerMoves moves) : ICommandHandler<OpenSeller, Result>
{
    public async ValueTask<Result> Handle(OpenSeller command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.SingleOrDefaultAsync(s => s.Id == command.TenantId, cancellationToken);
        if (seller is null) return SellerErrors.NotFound;
        if (seller.State == SellerState.Approved) return Result.Success();
        if (seller.State is SellerState.Applying or SellerState.ChangesRequested)
        {
            var submitted = await moves.MoveAsync(
                command.TenantId, SellerState.InReview, "", s => new SellerSubmitted(s.Id, s.Name, s.Version + 1), cancellationToken);
            if (submitted.Error is not null) return submitted;
        }

        return await moves.MoveAsync(
            command.TenantId, SellerState.Approved, "", s => new SellerApproved(s.Id, s.Name, s.Version + 1), cancellationToken);
    }
}
