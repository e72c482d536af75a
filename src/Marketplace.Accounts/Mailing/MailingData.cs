using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Mailing;

/// <summary>What was mailed to a person, and which mails they want. The text of one that held a secret was wiped.</summary>
internal sealed class MailingData(PlatformDb db) : IPersonalData
{
    public async Task<IReadOnlyList<DataSheet>> ReadAsync(DataSubject subject, CancellationToken cancellation)
    {
        var (buyer, email) = (subject.BuyerId, subject.Email);
        return
        [
            DataSheet.Of("Mails you chose", ["MailChoices"], await db.MailChoices.Where(c => c.BuyerId == buyer)
                .Select(c => new { c.Topic, c.IsWanted, c.ChangedAtUtc }).ToListAsync(cancellation)),
            DataSheet.Of("Mails to you", ["Mails"], await db.Mails
                .Where(m => m.Recipient == email || m.BuyerId == buyer).OrderBy(m => m.AtUtc)
                .Take(DataSheet.Most).Select(m => new { m.AtUtc, m.Subject, Text = m.IsSecret ? "" : m.Text, m.SentAtUtc })
                .ToListAsync(cancellation)),
        ];
    }
}

/// <summary>
/// Wipes what was mailed to an address; what was not sent yet is not sent any more. With a key only that mail, once it is
/// no longer waiting.
/// </summary>
[Internal]
public sealed record WipeMails(string? Email, string? BuyerId, IReadOnlyList<string> SentKeys) : ICommand<Result>, IPlatformTransaction;

internal sealed class WipeMailsHandler(PlatformDb db) : ICommandHandler<WipeMails, Result>
{
    public async ValueTask<Result> Handle(WipeMails command, CancellationToken cancellationToken)
    {
        var (email, buyer, keys) = (command.Email, command.BuyerId, command.SentKeys);
        if (email is not null) await WipeAsync(db.Mails.Where(m => m.Recipient == email), cancellationToken);
        // What an order's other address got is the buyer's too.
        if (buyer is not null) await WipeAsync(db.Mails.Where(m => m.BuyerId == buyer), cancellationToken);
        if (buyer is not null) await db.MailChoices.Where(c => c.BuyerId == buyer).ExecuteDeleteAsync(cancellationToken);
        if (keys.Count > 0)
            await WipeAsync(
                db.Mails.Where(m => keys.Contains(m.Key) && m.State != QueuedMailState.Waiting && m.Recipient != Erased.Email),
                cancellationToken);
        return Result.Success();
    }

    private static Task<int> WipeAsync(IQueryable<QueuedMail> mails, CancellationToken cancellation) => mails.ExecuteUpdateAsync(
        s => s.SetProperty(m => m.Recipient, Erased.Email).SetProperty(m => m.Subject, "").SetProperty(m => m.Text, "")
            .SetProperty(m => m.Html, "").SetProperty(m => m.StopUrl, (string?)null)
            .SetProperty(m => m.State, m => m.State == QueuedMailState.Waiting ? QueuedMailState.Dead : m.State),
        cancellation);
}
