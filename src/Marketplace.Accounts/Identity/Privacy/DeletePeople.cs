using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Privacy;

/// <summary>
/// Forgets a person whose day has come: who they were, how they signed in, where they worked, what was mailed to them. The
/// row stays without a name, since other rows name its id. Postponed by a day while an order is on its way or a place
/// would stand empty. Other contexts follow the event.
/// </summary>
[Internal]
public sealed record DeletePerson(string PersonId) : ICommand<Result>, IPlatformTransaction;

internal sealed class DeletePersonHandler(
    PlatformDb db, IEnumerable<IHoldsDeletion> holds, ISender sender, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<DeletePerson, Result>
{
    public async ValueTask<Result> Handle(DeletePerson command, CancellationToken cancellationToken)
    {
        var (id, now) = (command.PersonId, clock.GetUtcNow().UtcDateTime);
        var wish = await db.AccountDeletions.SingleOrDefaultAsync(
            d => d.PersonId == id && d.DoneAtUtc == null && d.DueAtUtc <= now, cancellationToken);
        if (wish is null) return Result.Success();
        var person = await db.People.SingleAsync(p => p.Id == id, cancellationToken);
        var subject = new DataSubject(id, person.BuyerId, person.Email!);
        if (await IsHeldAsync(subject, cancellationToken))
        {
            wish.DueAtUtc = now.AddDays(1);
            return Result.Success();
        }

        await ForgetAsync(subject, now, cancellationToken);
        Rename(person, now);
        wish.DoneAtUtc = now;
        audit.Note(db, "person.deleted", "person", id, "");
        events.Publish(new PersonDeleted(id, person.BuyerId), id, 1, buyerId: person.BuyerId);
        return await sender.Send(
            new QueueMail(
                "farewell/" + id, subject.Email,
                new MailText(
                    "Your account is deleted", "Your account is deleted",
                    ["As you asked, we have deleted your account and what belonged to it. Orders are kept without your name, for as "
                        + "long as the law asks. This was the last mail."])),
            cancellationToken);
    }

    private async Task<bool> IsHeldAsync(DataSubject subject, CancellationToken cancellation)
    {
        foreach (var hold in holds)
            if (await hold.IsNeededAsync(subject, cancellation)) return true;
        return await LastPlace.OfAsync(db, subject.PersonId, cancellation) is not null;
    }

    private async Task ForgetAsync(DataSubject subject, DateTime now, CancellationToken cancellation)
    {
        var (id, email) = (subject.PersonId, subject.Email);
        await db.Memberships.Where(m => m.PersonId == id).ExecuteDeleteAsync(cancellation);
        await db.ApiKeys.Where(k => k.MadeById == id && k.RevokedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAtUtc, now), cancellation);
        await db.Sessions.Where(s => s.PersonId == id).ExecuteDeleteAsync(cancellation);
        await db.OneTimeTokens.Where(t => t.PersonId == id).ExecuteDeleteAsync(cancellation);
        await db.RecoveryCodes.Where(c => c.PersonId == id).ExecuteDeleteAsync(cancellation);
        await db.Passkeys.Where(k => k.UserId == id).ExecuteDeleteAsync(cancellation);
        await db.Logins.Where(l => l.UserId == id).ExecuteDeleteAsync(cancellation);
        await db.Invitations.Where(i => i.Email == email).ExecuteDeleteAsync(cancellation);
        await db.StaffInvitations.Where(i => i.Email == email).ExecuteDeleteAsync(cancellation);
        (await sender.Send(new WipeMails(email, subject.BuyerId, []), cancellation)).ThrowIfFailed();
    }

    private static void Rename(Person person, DateTime now)
    {
        var nobody = $"{person.Id}@deleted.invalid";
        (person.Name, person.Email, person.UserName) = (Erased.Name, nobody, nobody);
        (person.NormalizedEmail, person.NormalizedUserName) = (nobody.ToUpperInvariant(), nobody.ToUpperInvariant());
        (person.PasswordHash, person.PhoneNumber, person.TotpSecret, person.TotpPending) = (null, null, null, null);
        (person.AdminRole, person.EmailConfirmed, person.DisabledAtUtc) = (null, false, now);
        (person.SecurityStamp, person.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
    }
}

/// <summary>Deletes the accounts whose day has come, and then the address of the last mail once it is sent.</summary>
internal sealed class DeletePeopleJob(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 50;

    public string Name => "delete-accounts";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.AccountDeletions.AsNoTracking().Where(d => d.DoneAtUtc == null && d.DueAtUtc <= now)
            .OrderBy(d => d.DueAtUtc).Take(Batch).Select(d => d.PersonId).ToListAsync(cancellation);
        foreach (var person in due) (await sender.Send(new DeletePerson(person), cancellation)).ThrowIfFailed();
        var recently = now.AddDays(-7);
        var keys = await db.AccountDeletions.Where(d => d.DoneAtUtc > recently).Select(d => "farewell/" + d.PersonId)
            .ToListAsync(cancellation);
        if (keys.Count > 0) (await sender.Send(new WipeMails(null, null, keys), cancellation)).ThrowIfFailed();
        return $"looked at {due.Count} accounts";
    }
}
