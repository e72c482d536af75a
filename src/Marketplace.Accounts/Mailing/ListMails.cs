using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Mailing;

/// <summary>The newest mails first; of secret ones never the body.</summary>
/// <param name="State">Waiting, Sent or Dead; null for all.</param>
/// <param name="To">The beginning of the recipient's address.</param>
/// <param name="After">The <c>Next</c> of the page before.</param>
[Admin(AdminPermissions.Mail)]
public sealed record ListMails(string? State = null, string? To = null, string? After = null)
    : IQuery<Result<MailList>>;

public sealed record MailList(Page<MailSummary> Page, MailQueue Queue);

public sealed record MailSummary(
    string Id, string Recipient, string Subject, string State, int Attempts, DateTime AtUtc, DateTime? SentAtUtc,
    string? LastError, string? TenantId);

/// <summary>One mail with its body, unless it is secret.</summary>
[Admin(AdminPermissions.Mail)]
public sealed record GetMail(string Id) : IQuery<Result<MailBody>>;

/// <summary>Everybody's mails on a developer's machine; elsewhere there is no such thing.</summary>
[Anyone]
public sealed record ListDevelopmentMails(string? Id = null) : IQuery<Result<DevelopmentMails>>;

public sealed record DevelopmentMails(IReadOnlyList<MailSummary> Mails, MailBody? Open);

public sealed record MailBody(MailSummary Mail, string Text, string Html);

internal sealed class ListMailsHandler(PlatformDb db, ISender sender) : IQueryHandler<ListMails, Result<MailList>>
{
    private const int Size = 50;

    public async ValueTask<Result<MailList>> Handle(ListMails query, CancellationToken cancellationToken)
    {
        var mails = db.Mails.AsNoTracking();
        if (Enum.TryParse<QueuedMailState>(query.State, ignoreCase: true, out var state))
            mails = mails.Where(m => m.State == state);
        if (query.To is { Length: > 0 } to) mails = mails.Where(m => m.Recipient.StartsWith(to));
        if (query.After is { Length: > 0 } after) mails = mails.Where(m => string.Compare(m.Id, after) < 0);
        var rows = await mails.OrderByDescending(m => m.Id).Take(Size + 1).Select(MailReading.Summary)
            .ToListAsync(cancellationToken);
        var queue = await sender.Send(new GetMailQueue(), cancellationToken);
        return new MailList(Page.Of(rows, Size, m => m.Id), queue.Required());
    }
}

internal sealed class GetMailHandler(PlatformDb db) : IQueryHandler<GetMail, Result<MailBody>>
{
    public async ValueTask<Result<MailBody>> Handle(GetMail query, CancellationToken cancellationToken) =>
        await MailReading.BodyAsync(db, query.Id, withSecrets: false, cancellationToken) is { } body
            ? body
            : MailReading.NotFound;
}

internal sealed class ListDevelopmentMailsHandler(PlatformDb db, IOptions<MailOptions> options)
    : IQueryHandler<ListDevelopmentMails, Result<DevelopmentMails>>
{
    public async ValueTask<Result<DevelopmentMails>> Handle(
        ListDevelopmentMails query, CancellationToken cancellationToken)
    {
        if (!options.Value.ShowToEveryone) return MailReading.NotFound;
        var mails = await db.Mails.AsNoTracking().OrderByDescending(m => m.Id).Take(100).Select(MailReading.Summary)
            .ToListAsync(cancellationToken);
        var open = query.Id is null
            ? null
            : await MailReading.BodyAsync(db, query.Id, withSecrets: true, cancellationToken);
        return new DevelopmentMails(mails, open);
    }
}

internal static class MailReading
{
    public static readonly Error NotFound = Error.NotFound("mail.not-found", "There is no such mail.");

    public static readonly System.Linq.Expressions.Expression<Func<QueuedMail, MailSummary>> Summary = m =>
        new MailSummary(m.Id, m.Recipient, m.Subject, m.State.ToString(), m.Attempts, m.AtUtc, m.SentAtUtc, m.LastError,
            m.TenantId);

    public static async Task<MailBody?> BodyAsync(
        PlatformDb db, string id, bool withSecrets, CancellationToken cancellation)
    {
        var mail = await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation);
        if (mail is null) return null;
        var open = withSecrets || !mail.IsSecret;
        return new MailBody(Summary.Compile()(mail), open ? mail.Text : "", open ? mail.Html : "");
    }
}
