using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Reminders;

/// <summary>
/// Mails the owners of one application that stands still: after 2, 7 and 21 days without a step, then no more until
/// something moves. Answers whether a mail was written; of two runs at once one writes it.
/// </summary>
[Internal]
public sealed record RemindApplicant(string TenantId) : ICommand<Result<bool>>, IPlatformTransaction;

internal sealed class RemindApplicantHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<RemindApplicant, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(RemindApplicant command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.TenantId, cancellationToken);
        if (seller is not { State: SellerState.Applying or SellerState.ChangesRequested, RemindersOff: false }) return false;
        var last = await db.Set<AuditRow>().Where(a => a.TenantId == seller.Id).OrderByDescending(a => a.AtUtc)
            .Select(a => (DateTime?)a.AtUtc).FirstOrDefaultAsync(cancellationToken) ?? seller.AppliedAtUtc;
        var now = clock.GetUtcNow().UtcDateTime;
        var sent = last > seller.RemindedAtUtc ? 0 : seller.RemindersSent;
        var due = ReminderTimes.Due(now - last);
        if (due <= sent) return false;

        var claimed = await db.Sellers
            .Where(s => s.Id == seller.Id && s.RemindersSent == seller.RemindersSent && s.RemindedAtUtc == seller.RemindedAtUtc)
            .ExecuteUpdateAsync(
                s => s.SetProperty(x => x.RemindersSent, due).SetProperty(x => x.RemindedAtUtc, now), cancellationToken);
        if (claimed == 0) return false;
        var checklist = (await sender.Send(new ReadChecklist(seller.Id), cancellationToken)).Required();
        var mailed = await sender.Send(
            new MailOwners(seller.Id, $"seller-reminder/{seller.Id}/{last.Ticks}/{due}", Text(seller, checklist, due)), cancellationToken);
        return mailed.Error is { } error ? error : true;
    }

    private static MailText Text(Seller seller, IReadOnlyList<ChecklistLine> checklist, int number)
    {
        var open = checklist.Count(c => !c.IsDone);
        string[] left = open switch
        {
            0 => ["Everything is filled in. Send your shop in for review, and a person looks at it."],
            1 => ["One point of the list is left. What you have done so far is kept."],
            _ => [$"{open} points of the list are left. What you have done so far is kept; leave and come back as you like."],
        };
        return new MailText(
            number == ReminderTimes.Count ? $"{seller.Name}: your place is still kept" : $"{seller.Name}: go on where you stopped",
            "Your shop is waiting for you", left, new MailLink("Go on", $"/seller/{seller.Slug}/onboarding"),
            Note: number == ReminderTimes.Count
                ? "This is the last reminder. Your place stays; nothing is lost."
                : "You do not want these mails? Switch them off at the foot of that page.");
    }
}

/// <summary>When a standing still application is reminded; pure.</summary>
internal static class ReminderTimes
{
    private static readonly int[] Days = [2, 7, 21];

    public static int Count => Days.Length;

    /// <summary>How many reminders belong to so long a standstill.</summary>
    public static int Due(TimeSpan standstill) => Days.Count(d => standstill >= TimeSpan.FromDays(d));
}

/// <summary>The applications that may need a reminder, a page at a time.</summary>
internal sealed class RemindApplicantsJob(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int PageSize = 200;

    public string Name => "remind-applicants";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (sent, after, old) = (0, "", clock.GetUtcNow().UtcDateTime.AddDays(-2));
        while (await PageAsync(after, old, cancellation) is { Count: > 0 } page)
        {
            foreach (var id in page)
                if ((await sender.Send(new RemindApplicant(id), cancellation)).Required()) sent++;
            after = page[^1];
        }

        return $"reminded {sent} applicants";
    }

    private Task<List<string>> PageAsync(string after, DateTime old, CancellationToken cancellation) => db.Sellers
        .Where(s => (s.State == SellerState.Applying || s.State == SellerState.ChangesRequested) && !s.RemindersOff
            && s.AppliedAtUtc <= old && s.Id.CompareTo(after) > 0)
        .OrderBy(s => s.Id).Take(PageSize).Select(s => s.Id).ToListAsync(cancellation);
}
