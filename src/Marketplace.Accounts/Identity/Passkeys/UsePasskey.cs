using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Passkeys;

/// <summary>
/// Holds a passkey's answer against the passkey it claims to be from; the same answer counts once.
/// Error: passkey.refused, for whatever is wrong with it.
/// </summary>
/// <param name="PersonId">Whose passkey it must be; null takes anybody's, to sign in.</param>
[Internal]
public sealed record UsePasskey(PasskeyAnswer Answer, string? PersonId) : ICommand<Result<UsedPasskey>>, IPlatformTransaction;

public sealed record UsedPasskey(string PersonId, string Stamp);

internal sealed class UsePasskeyHandler(PlatformDb db, IPasskeys passkeys, SpentQuestions spent, SignInFailures failures)
    : ICommandHandler<UsePasskey, Result<UsedPasskey>>
{
    public async ValueTask<Result<UsedPasskey>> Handle(UsePasskey command, CancellationToken cancellationToken)
    {
        if (passkeys.ClaimedId(command.Answer) is not { } id) return IdentityErrors.PasskeyRefused;
        var key = await db.Passkeys.SingleOrDefaultAsync(k => k.CredentialId == id, cancellationToken);
        if (key is null || (command.PersonId is { } wanted && key.UserId != wanted)) return IdentityErrors.PasskeyRefused;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == key.UserId, cancellationToken);
        if (!failures.MayTry(person) || !await spent.SpendAsync(command.Answer.State, cancellationToken))
            return IdentityErrors.PasskeyRefused;
        if (await passkeys.ReadAsync(command.Answer, person.Owner(), key.Info()) is not { } used)
            return IdentityErrors.PasskeyRefused;
        // The count of uses tells a copied authenticator from the true one.
        (key.Data.SignCount, key.Data.IsBackedUp) = (used.SignCount, used.IsBackedUp);
        return new UsedPasskey(person.Id, person.SecurityStamp!);
    }
}

/// <summary>A question's answer counts once, so that whoever overhears it has nothing.</summary>
internal sealed class SpentQuestions(PlatformDb db, TimeProvider clock)
{
    /// <summary>False when it was answered before. Of two at once, the unique key stops one.</summary>
    public async Task<bool> SpendAsync(string state, CancellationToken cancellation)
    {
        var hash = OneTimeToken.HashOf(state);
        if (await db.SpentQuestions.AnyAsync(q => q.Hash == hash, cancellation)) return false;
        db.SpentQuestions.Add(new SpentQuestion { Hash = hash, AtUtc = clock.GetUtcNow().UtcDateTime });
        return true;
    }
}
