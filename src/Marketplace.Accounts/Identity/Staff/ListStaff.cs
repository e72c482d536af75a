using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>The platform's staff.</summary>
[Admin(AdminPermissions.People)]
public sealed record ListStaff : IQuery<Result<IReadOnlyList<StaffMember>>>;

public sealed record StaffMember(
    string PersonId, string Name, string Email, AdminRole Role, DateTime? LastSeenAtUtc, bool IsDisabled,
    bool HasSecondFactor);

internal sealed class ListStaffHandler(PlatformDb db) : IQueryHandler<ListStaff, Result<IReadOnlyList<StaffMember>>>
{
    public async ValueTask<Result<IReadOnlyList<StaffMember>>> Handle(ListStaff query, CancellationToken cancellationToken)
    {
        var passkeys = db.Passkeys;
        return await db.People.AsNoTracking().Where(p => p.AdminRole != null).OrderBy(p => p.Id).Take(200)
            .Select(p => new StaffMember(
                p.Id, p.Name, p.Email!, p.AdminRole!.Value, p.LastSeenAtUtc, p.DisabledAtUtc != null,
                p.TotpSecret != null || passkeys.Any(k => k.UserId == p.Id)))
            .ToListAsync(cancellationToken);
    }
}
