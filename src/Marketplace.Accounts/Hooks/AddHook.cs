using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Hooks;

/// <summary>
/// Tells an address of the seller's of the events chosen, from now on. The secret that signs them is answered here and can
/// never be read again. Error: hook.too-many.
/// </summary>
[Seller(SellerPermissions.Keys)]
public sealed record AddHook(string Url, IReadOnlyList<string> Events) : ICommand<Result<NewHook>>, ISellerTransaction, IHookInput;

public sealed record NewHook(string Id, string Secret);

internal sealed class AddHookValidator(IOptions<HookOptions> options) : HookInputValidator<AddHook>(options);

internal sealed class AddHookHandler(SellerDb db, ISecretSeal seal, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<AddHook, Result<NewHook>>
{
    private const int Most = 10;

    public async ValueTask<Result<NewHook>> Handle(AddHook command, CancellationToken cancellationToken)
    {
        if (await db.HookEndpoints.CountAsync(cancellationToken) >= Most) return HookErrors.TooMany;
        var secret = HookSignature.NewSecret();
        var hook = new HookEndpoint
        {
            TenantId = db.TenantId, Id = Ids.New(clock), Url = command.Url.Trim(), SealedSecret = seal.Close(secret),
            Events = [.. HookEvents.All.Where(command.Events.Contains)], AtUtc = clock.GetUtcNow().UtcDateTime,
        };
        db.HookEndpoints.Add(hook);
        audit.Note(db, "hook.added", "hook", hook.Id, $"{hook.Url}: {string.Join(", ", hook.Events)}");
        return new NewHook(hook.Id, secret);
    }
}
