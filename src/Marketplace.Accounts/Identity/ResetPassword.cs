using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Takes the link of the mail and sets a new password; every session ends, a lock is lifted, and the address counts
/// as confirmed. It signs nobody in: a second factor is asked for afterwards as ever. A refused password leaves the link
/// good. Errors: token.spent, person.weak-password.
/// </summary>
[Anyone]
public sealed record ResetPassword(string Token, string Password) : ICommand<Result>, IPlatformTransaction;

internal sealed class ResetPasswordHandler(PlatformDb db, OneTimeTokens tokens, ISender sender)
    : ICommandHandler<ResetPassword, Result>
{
    public async ValueTask<Result> Handle(ResetPassword command, CancellationToken cancellationToken)
    {
        if (await tokens.UseAsync(command.Token, TokenPurpose.ResetPassword, cancellationToken) is not { } personId)
            return IdentityErrors.TokenSpent;
        var person = await db.People.SingleAsync(p => p.Id == personId, cancellationToken);
        person.EmailConfirmed = true;
        (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        await tokens.EndOthersAsync(personId, TokenPurpose.ResetPassword, cancellationToken);
        return await sender.Send(new SetPassword(personId, command.Password), cancellationToken);
    }
}
