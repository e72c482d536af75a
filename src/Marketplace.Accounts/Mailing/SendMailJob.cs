using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Ports;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Mailing;

/// <summary>
/// Sends what is due. A mail is leased by one process, handed over outside any transaction and marked sent; a crash in
/// between sends it again under the same key, by which a mailer recognises the repeat.
/// </summary>
internal sealed class SendMailJob(
    PlatformDb db, IMailer mailer, IDatabaseProvider database, IOptions<MailOptions> options, TimeProvider clock,
    ILogger<SendMailJob> logger) : IJob
{
    public const string JobName = "send-mail";
    public const int MaximumAttempts = 10;
    private const int BatchSize = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromSeconds(3);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (sent, failed) = (0, 0);
        while (await ClaimAsync(cancellation) is { Count: > 0 } claimed)
        {
            foreach (var mail in claimed)
            {
                if (await SendAsync(mail, cancellation)) sent++;
                else failed++;
            }
        }

        return $"sent {sent} mails, {failed} to try again";
    }

    private async Task<List<QueuedMail>> ClaimAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Mails.AsNoTracking()
            .Where(m => m.State == QueuedMailState.Waiting && m.DueAtUtc <= now
                && (m.LeasedUntilUtc == null || m.LeasedUntilUtc < now))
            .OrderBy(m => m.DueAtUtc).ThenBy(m => m.Id).Take(BatchSize).Select(m => m.Id).ToListAsync(cancellation);
        if (due.Count == 0) return [];
        var lease = Ids.New(clock);
        using (await database.EnterWriteAsync(cancellation))
        {
            await db.Mails.Where(m => due.Contains(m.Id) && m.State == QueuedMailState.Waiting
                    && (m.LeasedUntilUtc == null || m.LeasedUntilUtc < now))
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.LeaseId, lease)
                    .SetProperty(m => m.LeasedUntilUtc, now + Lease)
                    .SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellation);
        }

        return await db.Mails.AsNoTracking().Where(m => due.Contains(m.Id) && m.LeaseId == lease)
            .OrderBy(m => m.DueAtUtc).ThenBy(m => m.Id).ToListAsync(cancellation);
    }

    private async Task<bool> SendAsync(QueuedMail mail, CancellationToken cancellation)
    {
        try
        {
            await mailer.SendAsync(
                new Mail(mail.Key, mail.Recipient, mail.Subject, mail.Text, mail.Html, mail.TenantId, mail.StopUrl), cancellation);
        }
        catch (MailFailedException failure)
        {
            logger.LogWarning(failure, "Mail {MailId} could not be handed over.", mail.Id);
            await KeepFailureAsync(mail, failure.Message, cancellation);
            return false;
        }

        await KeepSuccessAsync(mail, cancellation);
        return true;
    }

    private async Task KeepSuccessAsync(QueuedMail mail, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var wipe = mail.IsSecret && !options.Value.ShowToEveryone;
        var (text, html) = wipe ? ("", "") : (mail.Text, mail.Html);
        using var turn = await database.EnterWriteAsync(cancellation);
        await db.Mails.Where(m => m.Id == mail.Id && m.LeaseId == mail.LeaseId)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, QueuedMailState.Sent)
                .SetProperty(m => m.SentAtUtc, now).SetProperty(m => m.LeaseId, (string?)null)
                .SetProperty(m => m.Text, text).SetProperty(m => m.Html, html)
                .SetProperty(m => m.LastError, (string?)null), cancellation);
    }

    private async Task KeepFailureAsync(QueuedMail mail, string failure, CancellationToken cancellation)
    {
        var state = mail.Attempts >= MaximumAttempts ? QueuedMailState.Dead : QueuedMailState.Waiting;
        var due = clock.GetUtcNow().UtcDateTime + Backoff(mail.Attempts);
        var error = failure.Length > 1000 ? failure[..1000] : failure;
        using var turn = await database.EnterWriteAsync(cancellation);
        await db.Mails.Where(m => m.Id == mail.Id && m.LeaseId == mail.LeaseId)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, state).SetProperty(m => m.DueAtUtc, due)
                .SetProperty(m => m.LeaseId, (string?)null).SetProperty(m => m.LeasedUntilUtc, (DateTime?)null)
                .SetProperty(m => m.LastError, error), cancellation);
    }

    /// <summary>30 s, 1 min, 2 min … at most an hour.</summary>
    private static TimeSpan Backoff(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(3600, 30 * (1 << Math.Min(attempts - 1, 7))));
}
