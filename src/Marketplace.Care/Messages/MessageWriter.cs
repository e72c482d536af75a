using System.Linq.Expressions;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Care.Messages;

/// <summary>Adds a message to a conversation, whoever writes it.</summary>
internal sealed class MessageWriter(EventBuffer events, IOptions<SiteOptions> site, TimeProvider clock)
{
    private readonly string _host = Uri.TryCreate(site.Value.Url, UriKind.Absolute, out var url) ? url.Host : "";

    public Result<string> Add(
        MarketplaceDb db, MessageThread thread, MessageSide by, string text, IReadOnlyList<KeptFile> files, DateTime now)
    {
        if (thread.ClosedAtUtc is not null) return MessageErrors.Closed;
        var waited = thread.Add(by, text.Length > 0 ? text : string.Join(", ", files.Select(f => f.FileName)), now);
        var message = new ThreadMessage
        {
            TenantId = thread.TenantId, Id = Ids.New(clock), BuyerId = thread.BuyerId, ThreadId = thread.Id, By = by, Text = text,
            AtUtc = now, LeadsOutside = OutsideContact.In(text, _host),
            AnsweredAfterMinutes = waited is { } time ? (int)Math.Ceiling(time.TotalMinutes) : null,
        };
        db.Add(message);
        foreach (var file in files)
        {
            db.Add(new MessageAttachment
            {
                TenantId = thread.TenantId, Id = file.Id, BuyerId = thread.BuyerId, ThreadId = thread.Id, MessageId = message.Id,
                FileName = file.FileName, Kind = file.Kind, Bytes = file.Bytes,
            });
        }

        events.Publish(
            new MessageSent(message.Id, thread.Id, thread.TenantId, thread.BuyerId, by), "thread/" + thread.Id, thread.Version + 1,
            thread.TenantId, thread.BuyerId);
        return thread.Id;
    }
}

/// <summary>Every change of a conversation starts by raising its version: of two at once the second waits.</summary>
internal static class ThreadLock
{
    public static async Task<MessageThread?> TakeAsync(
        MarketplaceDb db, Expression<Func<MessageThread, bool>> which, CancellationToken cancellation)
    {
        var threads = db.MessageThreads.Where(which);
        var found = await threads.ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1), cancellation);
        return found == 0 ? null : await threads.SingleAsync(cancellation);
    }
}
