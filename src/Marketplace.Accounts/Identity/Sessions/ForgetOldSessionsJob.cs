using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Sessions;

/// <summary>Deletes what nobody can use any more: sessions past their life, old links, answered questions.</summary>
[Internal]
public sealed record ForgetOldSessions : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class ForgetOldSessionsHandler(PlatformDb db, TimeProvider clock)
    : ICommandHandler<ForgetOldSessions, Result<int>>
{
    /// <summary>The longest life of a cookie, and a day.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(31);

    public async ValueTask<Result<int>> Handle(ForgetOldSessions command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (old, week, day) = (now - Life, now.AddDays(-7), now.AddDays(-1));
        // A view that still runs is ended, and noted, before its session goes.
        var sessions = await db.Sessions
            .Where(s => s.ViewTenantId == null && (s.StartedAtUtc < old || s.EndedAtUtc < week))
            .ExecuteDeleteAsync(cancellationToken);
        var links = await db.OneTimeTokens.Where(t => t.UntilUtc < week).ExecuteDeleteAsync(cancellationToken);
        var questions = await db.SpentQuestions.Where(q => q.AtUtc < day).ExecuteDeleteAsync(cancellationToken);
        return sessions + links + questions;
    }
}

internal sealed class ForgetOldSessionsJob(ISender sender) : IJob
{
    public string Name => "forget-old-sessions";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<string> RunAsync(CancellationToken cancellation) =>
        $"forgot {(await sender.Send(new ForgetOldSessions(), cancellation)).Required()} rows";
}
