using System.Text.Json.Nodes;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks;

/// <summary>
/// Sends an event that means nothing, signed like any other, to see whether it arrives. Errors: hook.not-found, hook.off.
/// </summary>
[Seller(SellerPermissions.Keys)]
public sealed record TestHook(string HookId) : ICommand<Result>, ISellerTransaction;

internal sealed class TestHookHandler(SellerDb db, TimeProvider clock) : ICommandHandler<TestHook, Result>
{
    public async ValueTask<Result> Handle(TestHook command, CancellationToken cancellationToken)
    {
        if (await db.HookEndpoints.AsNoTracking().SingleOrDefaultAsync(e => e.Id == command.HookId, cancellationToken) is not { } hook)
            return HookErrors.NotFound;
        if (hook.State != HookState.On) return HookErrors.Off;
        db.HookDeliveries.Add(HookDelivery.Of(
            hook, HookEvents.Test, clock.GetUtcNow().UtcDateTime, new JsonObject { ["hello"] = "world" }, clock));
        return Result.Success();
    }
}
