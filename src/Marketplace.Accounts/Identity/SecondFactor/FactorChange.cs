using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.Sessions;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.SecondFactor;

/// <summary>
/// What follows when somebody gets or loses a second factor: other sessions end, recovery codes come and go with the
/// first and the last factor, the audit notes it and a mail tells the person.
/// </summary>
internal sealed class FactorChange(
    PlatformDb db, RecoveryCodes recovery, SessionKeeping sessions, CallerAccessor caller, ISender sender, AuditTrail audit,
    TimeProvider clock)
{
    /// <summary>Answers new recovery codes for a person's first factor, else none.</summary>
    public async Task<Result<IReadOnlyList<string>>> AddedAsync(
        Person person, string what, string action, CancellationToken cancellation)
    {
        IReadOnlyList<string> codes = await recovery.CountLeftAsync(person.Id, cancellation) == 0
            ? await recovery.RenewAsync(person.Id, cancellation) : [];
        await sessions.KeepOnlyAsync(person, caller.Caller.SessionId, secondFactor: true, cancellation);
        audit.Note(db, action, "person", person.Id, "");
        var told = await TellAsync(person, $"You log in with {what} now", $"Your account has {what} as a second factor.", cancellation);
        return told.Error is { } error ? error : Result<IReadOnlyList<string>>.Success(codes);
    }

    /// <param name="isLast">No other factor is left.</param>
    public async Task<Result> RemovedAsync(
        Person person, string what, string action, bool isLast, CancellationToken cancellation)
    {
        if (isLast) await recovery.DropAsync(person.Id, cancellation);
        await sessions.KeepOnlyAsync(person, caller.Caller.SessionId, secondFactor: !isLast, cancellation);
        audit.Note(db, action, "person", person.Id, "");
        return await TellAsync(
            person, $"{char.ToUpperInvariant(what[0])}{what[1..]} was removed",
            isLast ? "Your account is guarded by its password alone now." : "Your other second factor stays.", cancellation);
    }

    private ValueTask<Result> TellAsync(Person person, string subject, string text, CancellationToken cancellation) =>
        sender.Send(
            new QueueMail(
                $"second-factor/{person.Id}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}", person.Email!,
                new MailText(
                    subject, subject,
                    [text, "Other devices are signed out. If it was not you, choose a new password at once and write to us."],
                    new MailLink("See to your security", "/account/security"))),
            cancellation);
}
