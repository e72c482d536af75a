using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>Puts a person into a seller's team; being in it already is fine and keeps the role.</summary>
[Internal]
public sealed record AddMember(string TenantId, string PersonId, SellerRole Role) : ICommand<Result>, IPlatformTransaction;

internal sealed class AddMemberHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<AddMember, Result>
{
    public async ValueTask<Result> Handle(AddMember command, CancellationToken cancellationToken)
    {
        if (!await db.People.AnyAsync(p => p.Id == command.PersonId, cancellationToken)) return IdentityErrors.NoSuchPerson;
        if (await db.Memberships.FindAsync([command.TenantId, command.PersonId], cancellationToken) is not null)
            return Result.Success();
        db.Memberships.Add(new Membership
        {
            TenantId = command.TenantId, PersonId = command.PersonId, Role = command.Role,
            SinceUtc = clock.GetUtcNow().UtcDateTime,
        });
        return Result.Success();
    }
}
