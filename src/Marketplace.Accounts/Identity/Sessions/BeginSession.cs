using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Sessions;

/// <summary>
/// Writes the session's row; the count of failures starts anew. Error: sign-in.wrong, when the account was closed or its
/// password changed since the first step.
/// </summary>
[Internal]
public sealed record BeginSession(string PersonId, string Stamp, bool Remember, bool SecondFactor, Device Device)
    : ICommand<Result<NewSession>>, IPlatformTransaction;

internal sealed class BeginSessionHandler(PlatformDb db, SignInFailures failures, TimeProvider clock)
    : ICommandHandler<BeginSession, Result<NewSession>>
{
    public async ValueTask<Result<NewSession>> Handle(BeginSession command, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(
            p => p.Id == command.PersonId && p.SecurityStamp == command.Stamp, cancellationToken);
        if (person is null || !failures.MayTry(person)) return IdentityErrors.WrongSignIn;
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new PersonSession
        {
            Id = Ids.New(clock), PersonId = person.Id, Stamp = command.Stamp, Device = command.Device.Words,
            Network = command.Device.Network, StartedAtUtc = now, SeenAtUtc = now, ProvedAtUtc = now,
            SecondFactor = command.SecondFactor,
        };
        db.Sessions.Add(session);
        await db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.AccessFailedCount, 0).SetProperty(p => p.LastSeenAtUtc, now), cancellationToken);
        return new NewSession(session.Id, person.Id, person.BuyerId, person.Name, command.Remember);
    }
}

/// <summary>The last step of every way in: what a guest gathered is merged, then the session begins.</summary>
internal sealed class Arrival(ISender sender, ISignIn sessions, IEnumerable<IWhenSignedIn> others)
{
    public async Task<Result> CompleteAsync(HalfSignIn half, bool secondFactor, CancellationToken cancellation)
    {
        var begun = await sender.Send(
            new BeginSession(half.PersonId, half.Stamp, half.Remember, secondFactor, sessions.Device), cancellation);
        if (begun.Error is { } error) return error;
        var session = begun.Value!;
        var signedIn = new SignedIn(session.PersonId, session.BuyerId, half.GuestBuyerId);
        foreach (var follow in others.SelectMany(o => o.On(signedIn)))
        {
            var outcome = await sender.Send(follow, cancellation);
            if (outcome.Error is not null) return outcome;
        }

        await sessions.SignInAsync(session, cancellation);
        return Result.Success();
    }
}
