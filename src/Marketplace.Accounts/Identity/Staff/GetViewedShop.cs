using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>The name of the shop that this session looks at for its seller. Error: view.not-found.</summary>
[Person]
public sealed record GetViewedShop : IQuery<Result<string>>;

internal sealed class GetViewedShopHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : IQueryHandler<GetViewedShop, Result<string>>
{
    public async ValueTask<Result<string>> Handle(GetViewedShop query, CancellationToken cancellationToken)
    {
        var sessionId = caller.Caller.SessionId;
        var viewed = await db.Sessions.Where(s => s.Id == sessionId).Select(s => s.ViewTenantId)
            .SingleOrDefaultAsync(cancellationToken);
        if (viewed is null) return IdentityErrors.NoView;
        return (await sender.Send(new GetSellers([viewed]), cancellationToken)).Required() is [var seller]
            ? seller.Name : IdentityErrors.NoView;
    }
}
