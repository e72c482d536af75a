using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>Conversations that one side handed in and nobody has decided on, the longest waiting first; at most 50.</summary>
[Admin(AdminPermissions.Moderation)]
public sealed record ListReportedThreads : IQuery<Result<IReadOnlyList<ReportedThread>>>;

public sealed record ReportedThread(
    string ReportId, string Shop, string Subject, MessageSide By, ReportReason Reason, string Words, DateTime AtUtc);

/// <summary>
/// Reads a reported conversation; each reading is written into the audit log, which is why this is a command. Error:
/// <c>message.no-report</c>, for every conversation that nobody reported.
/// </summary>
[Admin(AdminPermissions.Moderation)]
public sealed record ReadReportedThread(string ReportId) : ICommand<Result<ThreadForReview>>, IPlatformTransaction;

public sealed record ThreadForReview(ReportedThread Report, ThreadView Thread, bool IsDecided);

/// <summary>
/// Lets a conversation go on, or closes it; both sides are told with the reason. Errors: <c>message.no-report</c>,
/// <c>message.decided</c>.
/// </summary>
[Admin(AdminPermissions.Moderation)]
public sealed record DecideOnThread(string ReportId, bool Close, string Reason) : ICommand<Result>, IPlatformTransaction;

internal sealed class DecideOnThreadValidator : AbstractValidator<DecideOnThread>
{
    public DecideOnThreadValidator() => RuleFor(d => PlainText.Clean(d.Reason)).Length(5, 500).OverridePropertyName("Reason")
        .WithMessage("Say in 5 to 500 characters why: both sides read this.");
}

internal sealed class ListReportedThreadsHandler(PlatformDb db)
    : IQueryHandler<ListReportedThreads, Result<IReadOnlyList<ReportedThread>>>
{
    private const int Most = 50;

    public async ValueTask<Result<IReadOnlyList<ReportedThread>>> Handle(ListReportedThreads query, CancellationToken cancellation) =>
        await (from r in db.ThreadReports.AsNoTracking()
               where r.DecidedAtUtc == null
               join t in db.MessageThreads on new { r.TenantId, Id = r.ThreadId } equals new { t.TenantId, t.Id }
               orderby r.AtUtc, r.Id
               select new ReportedThread(r.Id, t.SellerName, t.Subject, r.By, r.Reason, r.Words, r.AtUtc))
            .Take(Most).ToListAsync(cancellation);
}

internal sealed class OverseeThreadsHandler(PlatformDb db, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<ReadReportedThread, Result<ThreadForReview>>, ICommandHandler<DecideOnThread, Result>
{
    public async ValueTask<Result<ThreadForReview>> Handle(ReadReportedThread command, CancellationToken cancellation)
    {
        if (await FindAsync(command.ReportId, cancellation) is not var (report, thread)) return MessageErrors.NoSuchReport;
        audit.Note(db, "thread.read", "thread", thread.Id, $"reported as {report.Reason}", thread.TenantId);
        return new ThreadForReview(
            new ReportedThread(report.Id, thread.SellerName, thread.Subject, report.By, report.Reason, report.Words, report.AtUtc),
            await ThreadReader.ViewAsync(db, thread, MessageSide.Seller, cancellation), report.DecidedAtUtc is not null);
    }

    public async ValueTask<Result> Handle(DecideOnThread command, CancellationToken cancellation)
    {
        if (await FindAsync(command.ReportId, cancellation) is not var (report, thread)) return MessageErrors.NoSuchReport;
        var (now, reason) = (clock.GetUtcNow().UtcDateTime, PlainText.Clean(command.Reason));
        // Of two who decide at once, the second changes nothing and says nothing.
        var decided = await db.ThreadReports.Where(r => r.Id == report.Id && r.DecidedAtUtc == null)
            .ExecuteUpdateAsync(
                s => s.SetProperty(r => r.DecidedAtUtc, now).SetProperty(r => r.IsClosed, command.Close), cancellation);
        if (decided == 0) return MessageErrors.Decided;
        if (command.Close) thread.Close(now);
        audit.Note(db, command.Close ? "thread.closed" : "thread.kept", "thread", thread.Id, reason, thread.TenantId);
        return await TellAsync(report, thread, command.Close, reason, cancellation);
    }

    private async Task<(ThreadReport Report, MessageThread Thread)?> FindAsync(string reportId, CancellationToken cancellation)
    {
        var report = await db.ThreadReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reportId, cancellation);
        if (report is null) return null;
        var thread = await db.MessageThreads.SingleAsync(t => t.TenantId == report.TenantId && t.Id == report.ThreadId, cancellation);
        return (report, thread);
    }

    private async Task<Result> TellAsync(
        ThreadReport report, MessageThread thread, bool close, string reason, CancellationToken cancellation)
    {
        var text = new MailText(
            close ? "A conversation is closed" : "A conversation goes on",
            close ? "Our team has closed a conversation" : "Our team has looked at a conversation",
            [
                $"It is between {thread.BuyerName} and {thread.SellerName}"
                    + $"{(thread.Subject.Length > 0 ? $", about {thread.Subject}" : "")}. "
                    + $"{(report.By == MessageSide.Buyer ? "The buyer" : "The shop")} asked us to look at it.",
                close ? "Nobody can write in it any more." : "Both can go on writing.", $"The reason: {reason}",
            ]);
        if (await sender.BuyersEmailAsync(thread, cancellation) is { } email)
        {
            var told = await sender.Send(
                new QueueMail($"thread-report/{report.Id}", email, text, null, thread.BuyerId), cancellation);
            if (!told.Ok) return told;
        }

        return await sender.Send(new MailOwners(thread.TenantId, $"thread-report/{report.Id}", text), cancellation);
    }
}
