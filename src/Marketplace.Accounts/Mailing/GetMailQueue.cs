using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Mailing;

/// <summary>How many mails have not gone out, and since when.</summary>
[Admin(AdminPermissions.Mail)]
public sealed record GetMailQueue : IQuery<Result<MailQueue>>;

/// <param name="Dead">Given up.</param>
public sealed record MailQueue(int Waiting, DateTime? WaitingSinceUtc, int Dead, DateTime? DeadSinceUtc);

internal sealed class GetMailQueueHandler(PlatformDb db) : IQueryHandler<GetMailQueue, Result<MailQueue>>
{
    public async ValueTask<Result<MailQueue>> Handle(GetMailQueue query, CancellationToken cancellationToken)
    {
        // The sent ones are far too many to be counted each time.
        var open = await db.Mails.Where(m => m.State == QueuedMailState.Waiting || m.State == QueuedMailState.Dead)
            .GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count(), Since = (DateTime?)g.Min(m => m.AtUtc) })
            .ToListAsync(cancellationToken);
        var waiting = open.Find(g => g.Key == QueuedMailState.Waiting);
        var dead = open.Find(g => g.Key == QueuedMailState.Dead);
        return new MailQueue(waiting?.Count ?? 0, waiting?.Since, dead?.Count ?? 0, dead?.Since);
    }
}
