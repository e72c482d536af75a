using Marketplace.Accounts.Identity.Adapters;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Holds a password against an account and counts failures (<see cref="SignInFailures"/>). A wrong one is a successful
/// check that passes nobody, since a failed message would roll the count back. Unknown addresses, locked, disabled and
/// unconfirmed accounts take as long as others and answer the same; who has the right password of an account that waits
/// for its confirmation is mailed the link again.
/// </summary>
[Internal]
public sealed record CheckPassword(string Email, string Password) : ICommand<Result<CheckedPassword>>, IPlatformTransaction;

/// <param name="PersonId">Null when the password passes nobody.</param>
/// <param name="OwesSecondFactor">The account has an authenticator app or a passkey.</param>
public sealed record CheckedPassword(string? PersonId, string Stamp = "", bool OwesSecondFactor = false);

internal sealed class CheckPasswordHandler(
    PlatformDb db, IPasswordHasher<Person> hasher, ILookupNormalizer normalizer, SignInFailures failures, ISender sender)
    : ICommandHandler<CheckPassword, Result<CheckedPassword>>
{
    private static readonly CheckedPassword Nobody = new(null);

    public async ValueTask<Result<CheckedPassword>> Handle(CheckPassword command, CancellationToken cancellationToken)
    {
        var (email, passkeys) = (normalizer.NormalizeEmail(command.Email), db.Passkeys);
        var found = await db.People.AsNoTracking().Where(p => p.NormalizedEmail == email)
            .Select(p => new { Person = p, HasPasskey = passkeys.Any(k => k.UserId == p.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        var person = found?.Person;
        var verdict = hasher.Verify(person, command.Password);
        if (person is null || !failures.MayTry(person)) return Nobody;
        if (verdict == PasswordVerificationResult.Failed)
        {
            await failures.CountAsync(person.Id, cancellationToken);
            return Nobody;
        }

        if (!person.EmailConfirmed)
        {
            var sent = await sender.Send(new SendEmailConfirmation(person.Id), cancellationToken);
            return sent.Error is { } error ? error : Nobody;
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            await RehashAsync(person, command.Password, cancellationToken);
        return new CheckedPassword(person.Id, person.SecurityStamp!, person.TotpSecret is not null || found!.HasPasskey);
    }

    private Task<int> RehashAsync(Person person, string password, CancellationToken cancellation)
    {
        var hash = hasher.HashPassword(person, password);
        return db.People.Where(p => p.Id == person.Id && p.PasswordHash == person.PasswordHash)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.PasswordHash, hash), cancellation);
    }
}
