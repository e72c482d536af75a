using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>
/// Makes somebody with an account staff, or gives staff another role; null takes it away. Works from their next
/// request on. Errors: staff.no-account, staff.last-owner.
/// </summary>
[Admin(AdminPermissions.People)]
public sealed record SetStaffRole(string Email, AdminRole? Role) : ICommand<Result>, IPlatformTransaction;

internal sealed class SetStaffRoleValidator : AbstractValidator<SetStaffRole>
{
    public SetStaffRoleValidator()
    {
        RuleFor(s => s.Email).NotEmpty().MaximumLength(256);
        RuleFor(s => s.Role).IsInEnum();
    }
}

internal sealed class SetStaffRoleHandler(PlatformDb db, ILookupNormalizer normalizer, AuditTrail audit)
    : ICommandHandler<SetStaffRole, Result>
{
    public async ValueTask<Result> Handle(SetStaffRole command, CancellationToken cancellationToken)
    {
        var email = normalizer.NormalizeEmail(command.Email);
        var owners = db.People.Where(p => p.AdminRole == AdminRole.Owner && p.DisabledAtUtc == null);
        // Locks the owners' rows: two of them cannot depose each other at once.
        await owners.ExecuteUpdateAsync(s => s.SetProperty(p => p.AdminRole, AdminRole.Owner), cancellationToken);
        var person = await db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == email, cancellationToken);
        if (person is null) return IdentityErrors.NoAccount;
        if (person.AdminRole == AdminRole.Owner && command.Role != AdminRole.Owner
            && !await owners.AnyAsync(p => p.Id != person.Id, cancellationToken))
            return IdentityErrors.LastAdmin;
        audit.Note(db, "staff.role-set", "person", person.Id, $"{person.AdminRole} to {command.Role}");
        person.AdminRole = command.Role;
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        return Result.Success();
    }
}
