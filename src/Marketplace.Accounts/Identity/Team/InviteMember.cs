using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>
/// Offers a place in the team by a mail whose link works once, for a week; an earlier open offer to the address ends.
/// Errors: team.already-member, team.full.
/// </summary>
[Seller(SellerPermissions.Team)]
public sealed record InviteMember(string Email, SellerRole Role) : ICommand<Result>, IPlatformTransaction;

internal sealed class InviteMemberValidator : AbstractValidator<InviteMember>
{
    public InviteMemberValidator()
    {
        RuleFor(i => i.Email).Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
        RuleFor(i => i.Role).IsInEnum();
    }
}

internal sealed class InviteMemberHandler(
    PlatformDb db, CallerAccessor caller, ILookupNormalizer normalizer, ISender sender, AuditTrail audit,
    TimeProvider clock) : ICommandHandler<InviteMember, Result>
{
    private const int TeamSize = 50;
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async ValueTask<Result> Handle(InviteMember command, CancellationToken cancellationToken)
    {
        var (tenantId, now) = (caller.Caller.TenantId!, clock.GetUtcNow().UtcDateTime);
        if (await RefusalAsync(tenantId, command.Email, now, cancellationToken) is { } refusal) return refusal;
        await db.Invitations.Where(i => i.TenantId == tenantId && i.Email == command.Email && i.EndedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.EndedAtUtc, now), cancellationToken);
        var secret = OneTimeToken.NewSecret();
        var invitation = new Invitation
        {
            Id = Ids.New(clock), TenantId = tenantId, Email = command.Email, Role = command.Role,
            TokenHash = OneTimeToken.HashOf(secret), InvitedById = caller.Caller.Actor, AtUtc = now, UntilUtc = now + Life,
        };
        db.Invitations.Add(invitation);
        audit.Note(db, "team.invited", "invitation", invitation.Id, $"{command.Email} as {command.Role}", tenantId);
        return await MailAsync(invitation, secret, cancellationToken);
    }

    private async Task<Error?> RefusalAsync(string tenantId, string email, DateTime now, CancellationToken cancellation)
    {
        var normalized = normalizer.NormalizeEmail(email);
        var members = await db.Memberships.Where(m => m.TenantId == tenantId)
            .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => p.NormalizedEmail).ToListAsync(cancellation);
        if (members.Contains(normalized)) return IdentityErrors.AlreadyMember;
        var open = await db.Invitations.CountAsync(
            i => i.TenantId == tenantId && i.EndedAtUtc == null && i.UntilUtc > now, cancellation);
        return members.Count + open >= TeamSize ? IdentityErrors.TeamFull : null;
    }

    private async Task<Result> MailAsync(Invitation invitation, string secret, CancellationToken cancellation)
    {
        var sellers = await sender.Send(new GetSellers([invitation.TenantId]), cancellation);
        var seller = sellers.Required().Single().Name;
        return await sender.Send(
            new QueueMail(
                "invitation/" + invitation.Id, invitation.Email,
                new MailText(
                    $"Join the team of {seller}", $"{seller} invites you",
                    [$"You are invited to work on the shop {seller}, as {Words(invitation.Role)}."],
                    new MailLink("Accept the invitation", "/invitations/" + secret),
                    Note: "The link works once, for seven days. If you do not know this shop, ignore this mail."),
                invitation.TenantId, IsSecret: true),
            cancellation);
    }

    private static string Words(SellerRole role) => role switch
    {
        SellerRole.Owner => "an owner",
        SellerRole.Catalog => "catalogue manager",
        SellerRole.Orders => "order manager",
        SellerRole.Finance => "finance manager",
        SellerRole.Support => "support agent",
    };
}
