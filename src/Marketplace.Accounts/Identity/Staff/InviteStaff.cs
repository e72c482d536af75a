using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Marketplace.Kernel.Values;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>
/// Offers a place on the staff by a mail whose link works once, for three days, for the account with that address; an
/// earlier open offer to it ends. Error: staff.already.
/// </summary>
[Admin(AdminPermissions.People), Fresh]
public sealed record InviteStaff(string Email, AdminRole Role) : ICommand<Result>, IPlatformTransaction;

/// <summary>Withdraws an open invitation. Error: invitation.not-found.</summary>
[Admin(AdminPermissions.People)]
public sealed record WithdrawStaffInvitation(string InvitationId) : ICommand<Result>, IPlatformTransaction;

/// <summary>Invitations to the staff that can still be taken.</summary>
[Admin(AdminPermissions.People)]
public sealed record ListStaffInvitations : IQuery<Result<IReadOnlyList<OpenStaffInvitation>>>;

public sealed record OpenStaffInvitation(string Id, string Email, AdminRole Role, DateTime UntilUtc);

internal sealed class InviteStaffValidator : AbstractValidator<InviteStaff>
{
    public InviteStaffValidator()
    {
        RuleFor(i => i.Email).Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
        RuleFor(i => i.Role).IsInEnum();
    }
}

internal sealed class InviteStaffHandler(
    PlatformDb db, CallerAccessor caller, ILookupNormalizer normalizer, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<InviteStaff, Result>
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(3);

    public async ValueTask<Result> Handle(InviteStaff command, CancellationToken cancellationToken)
    {
        var (now, wanted) = (clock.GetUtcNow().UtcDateTime, normalizer.NormalizeEmail(command.Email));
        if (await db.People.AnyAsync(p => p.NormalizedEmail == wanted && p.AdminRole != null, cancellationToken))
            return IdentityErrors.AlreadyStaff;
        await db.StaffInvitations.Where(i => i.Email == command.Email && i.EndedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.EndedAtUtc, now), cancellationToken);
        var secret = OneTimeToken.NewSecret();
        var invitation = new StaffInvitation
        {
            Id = Ids.New(clock), Email = command.Email, Role = command.Role, TokenHash = OneTimeToken.HashOf(secret),
            InvitedById = caller.Caller.Actor, AtUtc = now, UntilUtc = now + Life,
        };
        db.StaffInvitations.Add(invitation);
        audit.Note(db, "staff.invited", "invitation", invitation.Id, $"{command.Email} as {command.Role}");
        return await sender.Send(
            new QueueMail(
                "staff-invitation/" + invitation.Id, invitation.Email,
                new MailText(
                    "Help to run this marketplace", "You are invited to the staff",
                    ["You are invited to help run this marketplace. Log in, or make an account, with this very address."],
                    new MailLink("See the invitation", "/invitations/staff/" + secret),
                    Note: "The link works once, for three days. If you do not know what this is about, ignore this mail."),
                IsSecret: true),
            cancellationToken);
    }
}

internal sealed class StaffInvitationHandlers(PlatformDb db, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<WithdrawStaffInvitation, Result>,
        IQueryHandler<ListStaffInvitations, Result<IReadOnlyList<OpenStaffInvitation>>>
{
    public async ValueTask<Result> Handle(WithdrawStaffInvitation command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = await db.StaffInvitations.Where(i => i.Id == command.InvitationId && i.EndedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.EndedAtUtc, now), cancellationToken);
        if (ended == 0) return IdentityErrors.NoInvitation;
        audit.Note(db, "staff.invitation-withdrawn", "invitation", command.InvitationId, "");
        return Result.Success();
    }

    public async ValueTask<Result<IReadOnlyList<OpenStaffInvitation>>> Handle(
        ListStaffInvitations query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.StaffInvitations.AsNoTracking().Where(i => i.EndedAtUtc == null && i.UntilUtc > now)
            .OrderBy(i => i.Id).Take(100).Select(i => new OpenStaffInvitation(i.Id, i.Email, i.Role, i.UntilUtc))
            .ToListAsync(cancellationToken);
    }
}
