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
/// On or off, also after it was switched off for its failures: then it has five days again. Error: hook.not-found.
/// </summary>
[Seller(SellerPermissions.Keys)]
public sealed record SwitchHook(string HookId, bool On) : ICommand<Result>, ISellerTransaction;

internal sealed class SwitchHookHandler(SellerDb db, AuditTrail audit) : ICommandHandler<SwitchHook, Result>
{
    public async ValueTask<Result> Handle(SwitchHook command, CancellationToken cancellationToken)
    {
        if (await db.HookEndpoints.SingleOrDefaultAsync(e => e.Id == command.HookId, cancellationToken) is not { } hook)
            return HookErrors.NotFound;
        (hook.State, hook.FailingSinceUtc) = (command.On ? HookState.On : HookState.Off, null);
        audit.Note(db, command.On ? "hook.switched-on" : "hook.switched-off", "hook", hook.Id, hook.Url);
        return Result.Success();
    }
}
