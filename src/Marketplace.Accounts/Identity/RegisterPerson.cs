using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Asks for an account. The answer is the same whether the address has one or not, and hashes as often: what is the case
/// is said in the mail alone. The link in it confirms the address; until then nobody signs in. An account that was never
/// confirmed takes the new name and password, and its earlier links end. Error: person.weak-password.
/// </summary>
/// <param name="ReturnUrl">Where they wanted to go, for the link in the mail; a path of this platform.</param>
[Anyone]
public sealed record RegisterPerson(
    string Name, string Email, string Password, string? Locale = null, string? ReturnUrl = null)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class RegisterPersonValidator : AbstractValidator<RegisterPerson>
{
    public RegisterPersonValidator()
    {
        RuleFor(p => p.Name).NotEmpty().MaximumLength(100).WithMessage("Your name, in at most 100 characters.");
        RuleFor(p => p.Email).Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
        RuleFor(p => p.ReturnUrl).MaximumLength(500);
    }
}

internal sealed class RegisterPersonHandler(
    PlatformDb db, UserManager<Person> people, ISender sender, ISettings settings, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<RegisterPerson, Result>
{
    public async ValueTask<Result> Handle(RegisterPerson command, CancellationToken cancellationToken)
    {
        var asked = new Person
        {
            Id = "", BuyerId = "", UserName = command.Email, Email = command.Email, Name = MailAddress.OneLine(command.Name),
            Locale = "", JoinedAtUtc = default,
        };
        if (await WeakAsync(asked, command.Password) is { } weak) return weak;
        var existing = await people.FindByEmailAsync(command.Email);
        if (existing is null) return await CreateAsync(command, cancellationToken);
        // Hashed in any case: the clock does not tell which of the three it was.
        var hash = people.PasswordHasher.HashPassword(existing, command.Password);
        return existing is { EmailConfirmed: false, DisabledAtUtc: null }
            ? await BeginAgainAsync(existing, asked.Name, hash, command.ReturnUrl, cancellationToken)
            : await RemindAsync(existing, cancellationToken);
    }

    private async Task<Error?> WeakAsync(Person asked, string password)
    {
        var words = new List<string>();
        foreach (var rule in people.PasswordValidators)
            words.AddRange((await rule.ValidateAsync(people, asked, password)).Errors.Select(e => e.Description));
        return words.Count == 0 ? null : IdentityErrors.WeakPassword("Password", words);
    }

    private async Task<Result> CreateAsync(RegisterPerson command, CancellationToken cancellation)
    {
        var platform = await settings.GetAsync(cancellation);
        var locale = platform.Locales.FirstOrDefault(l => l == command.Locale) ?? platform.Locales[0];
        var made = await sender.Send(
            new CreatePerson(command.Name, command.Email, command.Password, locale, ReturnUrl: command.ReturnUrl), cancellation);
        return made.Bare;
    }

    private async Task<Result> BeginAgainAsync(
        Person existing, string name, string hash, string? returnUrl, CancellationToken cancellation)
    {
        (existing.Name, existing.PasswordHash) = (name, hash);
        (existing.SecurityStamp, existing.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        var now = clock.GetUtcNow().UtcDateTime;
        await db.OneTimeTokens
            .Where(t => t.PersonId == existing.Id && t.Purpose == TokenPurpose.ConfirmEmail && t.UsedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAtUtc, now), cancellation);
        audit.Note(db, "person.registered-again", "person", existing.Id, "");
        return await sender.Send(new SendEmailConfirmation(existing.Id, returnUrl), cancellation);
    }

    /// <summary>At most one such mail a day: nobody's mailbox is filled by a stranger.</summary>
    private ValueTask<Result> RemindAsync(Person existing, CancellationToken cancellation) => sender.Send(
        new QueueMail(
            $"registered-already/{existing.Id}/{clock.GetUtcNow():yyyyMMdd}", existing.Email!,
            new MailText(
                "You have an account already", $"Hello {existing.Name}",
                ["Somebody, hopefully you, asked for an account with this address. It has one already: log in with it.",
                 "If you no longer know the password, choose a new one."],
                new MailLink("Log in", "/login"),
                Note: "If it was not you, ignore this mail: nothing has changed, and nobody was told that you have an account.")),
        cancellation);
}
