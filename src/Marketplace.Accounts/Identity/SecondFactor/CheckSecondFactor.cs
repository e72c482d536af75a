using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>
/// Holds a code against the person's authenticator app, then against the recovery codes. A wrong one is a successful
/// check that says no, since a failed message would roll the count back; it counts with wrong passwords. A code counts
/// once, however often it is sent.
/// </summary>
/// <param name="RecoveryToo">Whether a recovery code will do: to come in, not to show oneself again.</param>
[Internal]
public sealed record CheckSecondFactor(string PersonId, string Code, bool RecoveryToo)
    : ICommand<Result<bool>>, IPlatformTransaction;

internal sealed class CheckSecondFactorHandler(
    PlatformDb db, RecoveryCodes recovery, SignInFailures failures, ISecretSeal seal, ISender sender, AuditTrail audit,
    TimeProvider clock) : ICommandHandler<CheckSecondFactor, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(CheckSecondFactor command, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PersonId, cancellationToken);
        if (person is null || !failures.MayTry(person)) return false;
        if (await IsFromAppAsync(person, command.Code, cancellationToken)) return true;
        if (command.RecoveryToo && await recovery.UseAsync(person.Id, command.Code, cancellationToken))
            return await TellAsync(person, cancellationToken);
        await failures.CountAsync(person.Id, cancellationToken);
        return false;
    }

    private async Task<bool> IsFromAppAsync(Person person, string typed, CancellationToken cancellation)
    {
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        if (person.TotpSecret is null || seal.Open(person.TotpSecret) is not { } secret) return false;
        if (Totp.StepOf(code, Convert.FromBase64String(secret), clock.GetUtcNow(), person.TotpLastStep) is not { } step)
            return false;
        // Of two who send the same code at once, one gets in.
        return await db.People.Where(p => p.Id == person.Id && p.TotpLastStep < step)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.TotpLastStep, step), cancellation) == 1;
    }

    private async Task<Result<bool>> TellAsync(Person person, CancellationToken cancellation)
    {
        var left = await recovery.CountLeftAsync(person.Id, cancellation);
        audit.Note(db, "person.recovery-code-used", "person", person.Id, $"{left} left");
        var told = await sender.Send(
            new QueueMail(
                $"recovery-code/{person.Id}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}", person.Email!,
                new MailText(
                    "A recovery code was used", "A recovery code was used",
                    [$"Somebody logged in to your account with one of your recovery codes. {left} are left.",
                     "If it was not you, change your password at once and make new codes."],
                    new MailLink("See to it", "/account/security"))),
            cancellation);
        return told.Error is { } error ? error : true;
    }
}
