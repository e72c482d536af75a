using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Hooks;

/// <summary>Another address or other events, for what is sent from now on. Error: hook.not-found.</summary>
[Seller(SellerPermissions.Keys)]
public sealed record ChangeHook(string HookId, string Url, IReadOnlyList<string> Events)
    : ICommand<Result>, ISellerTransaction, IHookInput;

internal sealed class ChangeHookValidator(IOptions<HookOptions> options) : HookInputValidator<ChangeHook>(options);

internal sealed class ChangeHookHandler(SellerDb db, AuditTrail audit) : ICommandHandler<ChangeHook, Result>
{
    public async ValueTask<Result> Handle(ChangeHook command, CancellationToken cancellationToken)
    {
        if (await db.HookEndpoints.SingleOrDefaultAsync(e => e.Id == command.HookId, cancellationToken) is not { } hook)
            return HookErrors.NotFound;
        hook.Url = command.Url.Trim();
        hook.Events = [.. HookEvents.All.Where(command.Events.Contains)];
        audit.Note(db, "hook.changed", "hook", hook.Id, $"{hook.Url}: {string.Join(", ", hook.Events)}");
        return Result.Success();
    }
}
