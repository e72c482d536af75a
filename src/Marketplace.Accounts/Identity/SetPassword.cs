using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Sets a password that somebody entitled has chosen; every other session of the person ends, and a mail tells them.
/// Error: person.weak-password.
/// </summary>
/// <param name="KeptSessionId">The session in which it was changed.</param>
[Internal]
public sealed record SetPassword(string PersonId, string Password, string? KeptSessionId = null)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SetPasswordHandler(
    PlatformDb db, UserManager<Person> people, SessionKeeping sessions, ISender sender, AuditTrail audit)
    : ICommandHandler<SetPassword, Result>
{
    public async ValueTask<Result> Handle(SetPassword command, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleAsync(p => p.Id == command.PersonId, cancellationToken);
        person.PasswordHash = null;
        var set = await people.AddPasswordAsync(person, command.Password);
        if (!set.Succeeded)
            return IdentityErrors.WeakPassword("Password", set.Errors.Select(e => e.Description));
        await sessions.FollowAsync(person, command.KeptSessionId, secondFactor: null, cancellationToken);
        audit.Note(db, "person.password-changed", "person", person.Id, "");
        return await sender.Send(
            new QueueMail(
                "password-changed/" + person.SecurityStamp, person.Email!,
                new MailText(
                    "Your password was changed", "Your password was changed",
                    ["The password of your account is a new one now, and you are signed out everywhere else.",
                     "If it was not you, choose a new password at once and write to us."],
                    new MailLink("Choose a new password", "/forgot"))),
            cancellationToken);
    }
}
