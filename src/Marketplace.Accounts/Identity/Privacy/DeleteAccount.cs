using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Privacy;

/// <summary>
/// Asks to be forgotten: in fourteen days, so that one may think again; a mail has the link for it. A repeat keeps the day.
/// Errors: <c>privacy.last-owner</c>, <c>privacy.last-admin</c>.
/// </summary>
[Person, Fresh]
public sealed record RequestDeletion : ICommand<Result>, IPlatformTransaction;

/// <summary>Thought again. Error: <c>privacy.nothing-to-cancel</c>.</summary>
[Person]
public sealed record CancelDeletion : ICommand<Result>, IPlatformTransaction;

/// <summary>The same by the sealed link of the mail, without signing in. Error: <c>privacy.nothing-to-cancel</c>.</summary>
[Anyone]
public sealed record KeepAccount(string Token) : ICommand<Result>, IPlatformTransaction;

internal sealed class DeletionWishHandlers(
    PlatformDb db, CallerAccessor caller, ISecretSeal seal, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<RequestDeletion, Result>, ICommandHandler<CancelDeletion, Result>, ICommandHandler<KeepAccount, Result>
{
    private const string Mark = "keep ";
    private static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    public async ValueTask<Result> Handle(RequestDeletion command, CancellationToken cancellationToken)
    {
        var (personId, now) = (caller.Caller.PersonId!, clock.GetUtcNow().UtcDateTime);
        if (await db.AccountDeletions.AnyAsync(d => d.PersonId == personId, cancellationToken)) return Result.Success();
        if (await LastPlace.OfAsync(db, personId, cancellationToken) is { } refusal) return refusal;
        db.Add(new AccountDeletion { PersonId = personId, RequestedAtUtc = now, DueAtUtc = now + Grace });
        audit.Note(db, "person.deletion-asked", "person", personId, "");
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        return await sender.Send(
            new QueueMail(
                $"deletion/{personId}/{now.Ticks}", person.Email!,
                new MailText(
                    "Your account will be deleted", $"Goodbye, {person.Name}",
                    [$"You asked us to delete your account. We do so on {now + Grace:d MMMM yyyy}; until then everything stays as it is.",
                        "Orders are kept without your name, because the law asks for the figures."],
                    new MailLink("Keep my account", "/keep-account/" + Uri.EscapeDataString(seal.Close(Mark + personId))),
                    Note: "If you did not ask for it, keep your account by the button and change your password."),
                BuyerId: person.BuyerId, IsSecret: true),
            cancellationToken);
    }

    public ValueTask<Result> Handle(CancelDeletion command, CancellationToken cancellationToken) =>
        CancelAsync(caller.Caller.PersonId!, cancellationToken);

    public async ValueTask<Result> Handle(KeepAccount command, CancellationToken cancellationToken) =>
        seal.Open(command.Token) is { } opened && opened.StartsWith(Mark, StringComparison.Ordinal)
            ? await CancelAsync(opened[Mark.Length..], cancellationToken)
            : PrivacyErrors.NothingToCancel;

    private async ValueTask<Result> CancelAsync(string personId, CancellationToken cancellation)
    {
        var gone = await db.AccountDeletions.Where(d => d.PersonId == personId && d.DoneAtUtc == null)
            .ExecuteDeleteAsync(cancellation);
        if (gone == 0) return PrivacyErrors.NothingToCancel;
        audit.Note(db, "person.deletion-cancelled", "person", personId, "");
        return Result.Success();
    }
}

/// <summary>Places that must not stand empty.</summary>
internal static class LastPlace
{
    /// <summary>Why the person cannot go: the only owner of a shop, or of the platform. Null when nothing holds them.</summary>
    public static async Task<Error?> OfAsync(PlatformDb db, string personId, CancellationToken cancellation)
    {
        var owned = await db.Memberships.Where(m => m.PersonId == personId && m.Role == SellerRole.Owner)
            .Select(m => m.TenantId).OrderBy(t => t).ToListAsync(cancellation);
        foreach (var tenantId in owned)
            if (await Team.TeamOwners.LockAsync(db, tenantId, cancellation) is [_]) return PrivacyErrors.LastOwner;
        var owners = await db.People.Where(p => p.AdminRole == AdminRole.Owner && p.DisabledAtUtc == null)
            .OrderBy(p => p.Id).Select(p => p.Id).Take(3).ToListAsync(cancellation);
        return owners is [var only] && only == personId ? PrivacyErrors.LastAdmin : null;
    }
}
