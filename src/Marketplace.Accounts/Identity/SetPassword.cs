using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
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
/// Sets a password that somebody entitled has chosen; every session of the person ends, and a mail tells them.
/// Answers the session they may go on with. Error: person.weak-password.
/// </summary>
[Internal]
public sealed record SetPassword(string PersonId, string Password) : ICommand<Result<NewSession>>, IPlatformTransaction;

internal sealed class SetPasswordHandler(PlatformDb db, UserManager<Person> people, ISender sender, AuditTrail audit)
    : ICommandHandler<SetPassword, Result<NewSession>>
{
    public async ValueTask<Result<NewSession>> Handle(SetPassword command, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleAsync(p => p.Id == command.PersonId, cancellationToken);
        person.PasswordHash = null;
        var set = await people.AddPasswordAsync(person, command.Password);
        if (!set.Succeeded)
            return IdentityErrors.WeakPassword("Password", set.Errors.Select(e => e.Description));
        audit.Note(db, "person.password-changed", "person", person.Id, "");
        var told = await sender.Send(
            new QueueMail(
                "password-changed/" + person.SecurityStamp, person.Email!,
                new MailText(
                    "Your password was changed", "Your password was changed",
                    ["The password of your account is a new one now, and you are signed out everywhere else.",
                     "If it was not you, choose a new password at once and write to us."],
                    new MailLink("Choose a new password", "/forgot"))),
            cancellationToken);
        return told.Error is { } error
            ? error
            : new NewSession(person.Id, person.SecurityStamp!, person.BuyerId, person.Name, Remember: false);
    }
}
