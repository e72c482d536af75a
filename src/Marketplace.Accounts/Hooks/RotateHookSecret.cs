using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks;

/// <summary>
/// A new secret, answered here only. For a day the old one signs as well, so that the receiver can change over. Error:
/// hook.not-found.
/// </summary>
[Seller(SellerPermissions.Keys)]
public sealed record RotateHookSecret(string HookId) : ICommand<Result<string>>, ISellerTransaction;

internal sealed class RotateHookSecretHandler(SellerDb db, ISecretSeal seal, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<RotateHookSecret, Result<string>>
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public async ValueTask<Result<string>> Handle(RotateHookSecret command, CancellationToken cancellationToken)
    {
        if (await db.HookEndpoints.SingleOrDefaultAsync(e => e.Id == command.HookId, cancellationToken) is not { } hook)
            return HookErrors.NotFound;
        var secret = HookSignature.NewSecret();
        (hook.OldSealedSecret, hook.OldSecretUntilUtc) = (hook.SealedSecret, clock.GetUtcNow().UtcDateTime + Overlap);
        hook.SealedSecret = seal.Close(secret);
        audit.Note(db, "hook.secret-changed", "hook", hook.Id, hook.Url);
        return secret;
    }
}
