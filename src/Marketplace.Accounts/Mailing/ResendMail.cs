using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Mailing;

/// <summary>
/// Sends a mail that went out already once more, for who says that it never came; the first one stays as it is. Twice
/// within a minute is once. Errors: mail.not-found, mail.not-sent, mail.not-kept.
/// </summary>
[Admin(AdminPermissions.Mail)]
public sealed record ResendMail(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class ResendMailHandler(PlatformDb db, IDatabaseProvider database, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<ResendMail, Result>
{
    private static readonly Error NotSent = Error.Conflict("mail.not-sent", "This mail has not gone out yet.");

    private static readonly Error NotKept = Error.Refused(
        "mail.not-kept", "It held a link that opens something, so it was not kept. Its reader asks for a new one.");

    public async ValueTask<Result> Handle(ResendMail command, CancellationToken cancellationToken)
    {
        if (await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken) is not { } sent)
            return MailReading.NotFound;
        if (sent.State != QueuedMailState.Sent) return NotSent;
        if (sent.IsSecret || sent.Text.Length == 0) return NotKept;
        var now = clock.GetUtcNow().UtcDateTime;
        var key = $"again/{sent.Id}/{now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}";
        if (await db.Mails.AnyAsync(m => m.Key == key, cancellationToken)) return Result.Success();
        db.Mails.Add(new QueuedMail
        {
            Id = Ids.New(clock), Key = key, Recipient = sent.Recipient, Subject = sent.Subject, Text = sent.Text, Html = sent.Html,
            IsSecret = false, TenantId = sent.TenantId, BuyerId = sent.BuyerId, StopUrl = sent.StopUrl, AtUtc = now, DueAtUtc = now,
        });
        audit.Note(db, "mail.resent", "mail", sent.Id, "Sent once more.");
        // Of two clicks at once the other one has sent it.
        return await db.TrySaveAsync(database, cancellationToken) ? Result.Success() : AlreadySent;
    }

    private static readonly Error AlreadySent = Error.Conflict("mail.just-sent", "Somebody has just sent it once more.");
}
