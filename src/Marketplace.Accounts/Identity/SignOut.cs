using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>Ends this session: its cookie, and its row, so that a copied cookie is worth nothing.</summary>
[Anyone]
public sealed record SignOut : ICommand<Result>, IPlatformTransaction;

internal sealed class SignOutHandler(PlatformDb db, CallerAccessor caller, ISignIn sessions, TimeProvider clock)
    : ICommandHandler<SignOut, Result>
{
    public async ValueTask<Result> Handle(SignOut command, CancellationToken cancellationToken)
    {
        var (id, now) = (caller.Caller.SessionId, clock.GetUtcNow().UtcDateTime);
        await db.Sessions.Where(s => s.Id == id && s.EndedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(one => one.EndedAtUtc, now), cancellationToken);
        await sessions.SignOutAsync(cancellationToken);
        return Result.Success();
    }
}
