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
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Asks for another mail address, with the password: a link goes to the new one, a notice to the present one. Wrong
/// passwords count like wrong sign-ins. Errors: person.wrong-password, person.same-email, person.email-taken,
/// person.too-many-changes.
/// </summary>
[Person]
public sealed record RequestEmailChange(string CurrentPassword, string Email) : ICommand<Result>;

/// <summary>The same, once the password is known to be right.</summary>
[Internal]
public sealed record StartEmailChange(string PersonId, string Email) : ICommand<Result>, IPlatformTransaction;

public static class EmailChangeErrors
{
    public static readonly Error SameEmail = Error.InvalidField("person.same-email", "Email", "This is your address already.");

    public static readonly Error TooMany = new(
        "person.too-many-changes", "You have asked for several changes of your address today. Try again tomorrow.", ErrorKind.TooMany);
}

internal sealed class RequestEmailChangeValidator : AbstractValidator<RequestEmailChange>
{
    public RequestEmailChangeValidator() => RuleFor(r => r.Email)
        .Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
}

internal sealed class RequestEmailChangeHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : ICommandHandler<RequestEmailChange, Result>
{
    public async ValueTask<Result> Handle(RequestEmailChange command, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId!;
        var email = await db.People.Where(p => p.Id == personId).Select(p => p.Email!).SingleAsync(cancellationToken);
        var check = await sender.Send(new CheckPassword(email, command.CurrentPassword), cancellationToken);
        if (check.Error is { } failed) return failed;
        if (check.Value!.Session is null) return IdentityErrors.WrongPassword;
        return await sender.Send(new StartEmailChange(personId, command.Email.Trim()), cancellationToken);
    }
}

internal sealed class StartEmailChangeHandler(
    PlatformDb db, ILookupNormalizer normalizer, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<StartEmailChange, Result>
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private const int MaximumADay = 5;

    public async ValueTask<Result> Handle(StartEmailChange command, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == command.PersonId, cancellationToken);
        var (email, now) = (normalizer.NormalizeEmail(command.Email), clock.GetUtcNow().UtcDateTime);
        if (email == person.NormalizedEmail) return EmailChangeErrors.SameEmail;
        if (await db.People.AnyAsync(p => p.NormalizedEmail == email, cancellationToken)) return IdentityErrors.EmailTaken;
        var wishes = db.Set<EmailChange>().Where(c => c.PersonId == person.Id && c.UntilUtc > now);
        if (await wishes.CountAsync(cancellationToken) >= MaximumADay) return EmailChangeErrors.TooMany;

        // The last wish counts: a link to a mistyped address does nothing any more.
        await wishes.Where(c => c.EndedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.EndedAtUtc, now), cancellationToken);
        var secret = OneTimeToken.NewSecret();
        var hash = OneTimeToken.HashOf(secret);
        db.Add(new EmailChange
        {
            Hash = hash, PersonId = person.Id, NewEmail = command.Email, SecurityStamp = person.SecurityStamp!, UntilUtc = now + Life,
        });
        audit.Note(db, "person.email-change-asked", "person", person.Id, "");
        var link = await sender.Send(
            new QueueMail("change-email/" + hash, command.Email, Link(person.Name, secret), IsSecret: true), cancellationToken);
        return link.Ok
            ? await sender.Send(new QueueMail("change-email-notice/" + hash, person.Email!, Notice(person.Name)), cancellationToken)
            : link;
    }

    private static MailText Link(string name, string secret) => new(
        "Confirm your new mail address", $"Hello {name}",
        ["You want to use this address for your account from now on. Please confirm that it is yours."],
        new MailLink("Use this address", "/email-change/" + secret),
        Note: "The link works once, for one day. If you did not ask for it, ignore this mail: nothing changes.");

    private static MailText Notice(string name) => new(
        "Somebody wants to change your mail address", $"Hello {name}",
        ["Somebody who knows your password asked to use another mail address for your account. Nothing has changed yet.",
            "If it was you, open the link in the mail to the new address. If it was not, change your password now: the link then "
                + "does nothing."],
        new MailLink("Change your password", "/account/details"));
}
