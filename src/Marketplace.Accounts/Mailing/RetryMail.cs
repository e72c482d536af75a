using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Mailing;

/// <summary>Puts a mail that was given up back into the queue. Errors: mail.not-found, mail.not-dead.</summary>
[Admin(AdminPermissions.Mail)]
public sealed record RetryMail(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class RetryMailHandler(PlatformDb db, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<RetryMail, Result>
{
    private static readonly Error NotDead = Error.Conflict("mail.not-dead", "This mail is sent or still waiting.");

    public async ValueTask<Result> Handle(RetryMail command, CancellationToken cancellationToken)
    {
        var one = db.Mails.Where(m => m.Id == command.Id);
        if (!await one.AnyAsync(cancellationToken)) return MailReading.NotFound;
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await one.Where(m => m.State == QueuedMailState.Dead).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, QueuedMailState.Waiting).SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.DueAtUtc, now), cancellationToken);
        if (changed == 0) return NotDead;
        audit.Note(db, "mail.retried", "mail", command.Id, "Put back into the queue.");
        return Result.Success();
    }
}
