using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Changes the own password; other sessions end, this one goes on. Wrong tries count like wrong sign-ins.
/// Errors: person.wrong-password, person.weak-password.
/// </summary>
[Person]
public sealed record ChangePassword(string CurrentPassword, string Password) : ICommand<Result>;

internal sealed class ChangePasswordHandler(PlatformDb db, CallerAccessor caller, ISender sender)
    : ICommandHandler<ChangePassword, Result>
{
    public async ValueTask<Result> Handle(ChangePassword command, CancellationToken cancellationToken)
    {
        var (personId, sessionId) = (caller.Caller.PersonId, caller.Caller.SessionId);
        var email = await db.People.Where(p => p.Id == personId).Select(p => p.Email!).SingleAsync(cancellationToken);
        var check = await sender.Send(new CheckPassword(email, command.CurrentPassword), cancellationToken);
        if (check.Error is { } failed) return failed;
        if (check.Value!.PersonId is null) return IdentityErrors.WrongPassword;
        return await sender.Send(new SetPassword(personId!, command.Password, sessionId), cancellationToken);
    }
}
