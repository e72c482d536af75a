using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Sessions;

/// <summary>Where the person is signed in, this browser first, then the last seen.</summary>
[Person]
public sealed record ListMySessions : IQuery<Result<IReadOnlyList<MySession>>>;

public sealed record MySession(
    string Id, string Device, string Network, DateTime StartedAtUtc, DateTime SeenAtUtc, bool SecondFactor, bool IsThis);

/// <summary>Ends one of the own sessions, from its next request on. Error: session.not-found.</summary>
[Person]
public sealed record EndSession(string SessionId) : ICommand<Result>, IPlatformTransaction;

/// <summary>Ends all of the own sessions but this one.</summary>
[Person]
public sealed record EndOtherSessions : ICommand<Result>, IPlatformTransaction;

internal sealed class ListMySessionsHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : IQueryHandler<ListMySessions, Result<IReadOnlyList<MySession>>>
{
    /// <summary>The cookie's longest life.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public async ValueTask<Result<IReadOnlyList<MySession>>> Handle(ListMySessions query, CancellationToken cancellationToken)
    {
        var (personId, here) = (caller.Caller.PersonId, caller.Caller.SessionId);
        var since = clock.GetUtcNow().UtcDateTime - Longest;
        var all = await db.Sessions.AsNoTracking()
            .Where(s => s.PersonId == personId && s.EndedAtUtc == null && s.StartedAtUtc > since)
            .Join(db.People, s => s.PersonId, p => p.Id, (s, p) => new { s, p }).Where(x => x.s.Stamp == x.p.SecurityStamp)
            .OrderByDescending(x => x.s.SeenAtUtc).Take(100)
            .Select(x => new MySession(
                x.s.Id, x.s.Device, x.s.Network, x.s.StartedAtUtc, x.s.SeenAtUtc, x.s.SecondFactor, x.s.Id == here))
            .ToListAsync(cancellationToken);
        return Result<IReadOnlyList<MySession>>.Success([.. all.OrderByDescending(s => s.IsThis)]);
    }
}

internal sealed class EndSessionHandlers(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<EndSession, Result>, ICommandHandler<EndOtherSessions, Result>
{
    public async ValueTask<Result> Handle(EndSession command, CancellationToken cancellationToken) =>
        await EndAsync(Own().Where(s => s.Id == command.SessionId), cancellationToken) == 0
            ? IdentityErrors.NoSuchSession : Result.Success();

    public async ValueTask<Result> Handle(EndOtherSessions command, CancellationToken cancellationToken)
    {
        var here = caller.Caller.SessionId;
        await EndAsync(Own().Where(s => s.Id != here), cancellationToken);
        return Result.Success();
    }

    private IQueryable<PersonSession> Own()
    {
        var personId = caller.Caller.PersonId;
        return db.Sessions.Where(s => s.PersonId == personId && s.EndedAtUtc == null);
    }

    private Task<int> EndAsync(IQueryable<PersonSession> which, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return which.ExecuteUpdateAsync(s => s.SetProperty(one => one.EndedAtUtc, now), cancellation);
    }
}
