using Marketplace.Accounts.Identity.Adapters;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Holds a password against an account and counts failures. A wrong one is a successful check with no session, since
/// a failed message would roll the count back. Ten failures lock the account for ten minutes; unknown addresses,
/// locked and disabled accounts take as long as known ones and answer the same.
/// </summary>
[Internal]
public sealed record CheckPassword(string Email, string Password, bool Remember = false)
    : ICommand<Result<CheckedPassword>>, IPlatformTransaction;

public sealed record CheckedPassword(NewSession? Session);

internal sealed class CheckPasswordHandler(
    PlatformDb db, IPasswordHasher<Person> hasher, ILookupNormalizer normalizer, TimeProvider clock)
    : ICommandHandler<CheckPassword, Result<CheckedPassword>>
{
    public const int MaximumFailures = 10;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    public async ValueTask<Result<CheckedPassword>> Handle(CheckPassword command, CancellationToken cancellationToken)
    {
        var email = normalizer.NormalizeEmail(command.Email);
        var person = await db.People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.NormalizedEmail == email, cancellationToken);
        var verdict = hasher.Verify(person, command.Password);
        if (person is null || person.DisabledAtUtc is not null || person.LockoutEnd > clock.GetUtcNow())
            return new CheckedPassword(null);
        if (verdict == PasswordVerificationResult.Failed)
        {
            await CountFailureAsync(person.Id, cancellationToken);
            return new CheckedPassword(null);
        }

        await KeepSuccessAsync(person, verdict, command.Password, cancellationToken);
        return new CheckedPassword(
            new NewSession(person.Id, person.SecurityStamp!, person.BuyerId, person.Name, command.Remember));
    }

    /// <summary>Counted by the database, so that tries at once all count.</summary>
    private Task<int> CountFailureAsync(string personId, CancellationToken cancellation)
    {
        var until = (DateTimeOffset?)(clock.GetUtcNow() + LockedFor);
        return db.People.Where(p => p.Id == personId).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.LockoutEnd, p => p.AccessFailedCount + 1 >= MaximumFailures ? until : p.LockoutEnd)
                .SetProperty(
                    p => p.AccessFailedCount,
                    p => p.AccessFailedCount + 1 >= MaximumFailures ? 0 : p.AccessFailedCount + 1), cancellation);
    }

    private Task<int> KeepSuccessAsync(
        Person person, PasswordVerificationResult verdict, string password, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var hash = verdict == PasswordVerificationResult.SuccessRehashNeeded
            ? hasher.HashPassword(person, password)
            : person.PasswordHash;
        return db.People.Where(p => p.Id == person.Id && p.PasswordHash == person.PasswordHash).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.AccessFailedCount, 0).SetProperty(p => p.LastSeenAtUtc, now)
                .SetProperty(p => p.PasswordHash, hash), cancellation);
    }
}
