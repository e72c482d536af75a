using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Makes an account; a mail asks to confirm the address, unless it is known to be right (setup, seeding).
/// Errors: person.email-taken, person.weak-password.
/// </summary>
/// <param name="Password">Null for those who come by another site's account.</param>
/// <param name="PersonId">Chosen by a seed, so that a repeat finds it again.</param>
[Internal]
public sealed record CreatePerson(
    string Name, string Email, string? Password, string Locale, bool IsConfirmed = false, AdminRole? AdminRole = null,
    string? PersonId = null, string? ReturnUrl = null) : ICommand<Result<string>>, IPlatformTransaction;

internal sealed class CreatePersonValidator : AbstractValidator<CreatePerson>
{
    public CreatePersonValidator()
    {
        RuleFor(p => p.Name).NotEmpty().MaximumLength(100).WithMessage("Your name, in at most 100 characters.");
        RuleFor(p => p.Email).Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
        RuleFor(p => p.Locale).NotEmpty().MaximumLength(12);
    }
}

internal sealed class CreatePersonHandler(
    PlatformDb db, UserManager<Person> people, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<CreatePerson, Result<string>>
{
    public async ValueTask<Result<string>> Handle(CreatePerson command, CancellationToken cancellationToken)
    {
        var person = new Person
        {
            Id = command.PersonId ?? Ids.New(clock), BuyerId = Ids.New(clock), UserName = command.Email,
            Email = command.Email, EmailConfirmed = command.IsConfirmed, Name = MailAddress.OneLine(command.Name),
            Locale = command.Locale, AdminRole = command.AdminRole, LockoutEnabled = true,
            JoinedAtUtc = clock.GetUtcNow().UtcDateTime,
        };
        if (await people.FindByEmailAsync(command.Email) is not null) return IdentityErrors.EmailTaken;
        var made = command.Password is { } password
            ? await people.CreateAsync(person, password) : await people.CreateAsync(person);
        if (!made.Succeeded)
            return IdentityErrors.WeakPassword("Password", made.Errors.Select(e => e.Description));
        audit.Note(db, "person.registered", "person", person.Id, "");
        if (command.IsConfirmed) return person.Id;
        var asked = await sender.Send(new SendEmailConfirmation(person.Id, command.ReturnUrl), cancellationToken);
        return asked.Error is { } error ? error : person.Id;
    }
}
