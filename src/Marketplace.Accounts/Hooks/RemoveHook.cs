using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks;

/// <summary>Takes a webhook away, with its log and what was still on its way. Error: hook.not-found.</summary>
[Seller(SellerPermissions.Keys)]
public sealed record RemoveHook(string HookId) : ICommand<Result>, IPlatformTransaction;

internal sealed class RemoveHookHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit) : ICommandHandler<RemoveHook, Result>
{
    public async ValueTask<Result> Handle(RemoveHook command, CancellationToken cancellationToken)
    {
        var (tenantId, id) = (caller.Caller.TenantId!, command.HookId);
        var gone = await db.HookEndpoints.Where(e => e.TenantId == tenantId && e.Id == id).ExecuteDeleteAsync(cancellationToken);
        if (gone == 0) return HookErrors.NotFound;
        await db.HookDeliveries.Where(d => d.TenantId == tenantId && d.EndpointId == id).ExecuteDeleteAsync(cancellationToken);
        audit.Note(db, "hook.removed", "hook", id, "", tenantId);
        return Result.Success();
    }
}
