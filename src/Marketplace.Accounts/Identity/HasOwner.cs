using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>Whether somebody can run the platform.</summary>
[Internal]
public sealed record HasOwner : IQuery<Result<bool>>;

internal sealed class HasOwnerHandler(PlatformDb db) : IQueryHandler<HasOwner, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(HasOwner query, CancellationToken cancellationToken) =>
        await db.People.AnyAsync(p => p.AdminRole == AdminRole.Owner && p.DisabledAtUtc == null, cancellationToken);
}
