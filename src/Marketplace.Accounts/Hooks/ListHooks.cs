using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks;

/// <summary>The seller's webhooks, the newest first.</summary>
[Seller(SellerPermissions.Keys)]
public sealed record ListHooks : IQuery<Result<IReadOnlyList<HookView>>>;

/// <summary>One of them. Error: hook.not-found.</summary>
[Seller(SellerPermissions.Keys)]
public sealed record GetHook(string HookId) : IQuery<Result<HookView>>;

/// <param name="OldSecretUntilUtc">Until then the secret before signs as well.</param>
/// <param name="FailingSinceUtc">The first failure since the last success; null while all is well.</param>
public sealed record HookView(
    string Id, string Url, IReadOnlyList<string> Events, HookState State, DateTime AtUtc, DateTime? DeliveredAtUtc,
    DateTime? FailingSinceUtc, DateTime? OldSecretUntilUtc);

internal sealed class ListHooksHandler(SellerDb db) : IQueryHandler<ListHooks, Result<IReadOnlyList<HookView>>>
{
    public async ValueTask<Result<IReadOnlyList<HookView>>> Handle(ListHooks query, CancellationToken cancellationToken) =>
        await db.HookEndpoints.AsNoTracking().OrderByDescending(e => e.Id).Take(20).Select(HookReading.View)
            .ToListAsync(cancellationToken);
}

internal sealed class GetHookHandler(SellerDb db) : IQueryHandler<GetHook, Result<HookView>>
{
    public async ValueTask<Result<HookView>> Handle(GetHook query, CancellationToken cancellationToken) =>
        await db.HookEndpoints.AsNoTracking().Where(e => e.Id == query.HookId).Select(HookReading.View)
            .SingleOrDefaultAsync(cancellationToken) is { } found ? found : HookErrors.NotFound;
}

internal static class HookReading
{
    public static readonly System.Linq.Expressions.Expression<Func<HookEndpoint, HookView>> View = e => new HookView(
        e.Id, e.Url, e.Events, e.State, e.AtUtc, e.DeliveredAtUtc, e.FailingSinceUtc, e.OldSecretUntilUtc);
}
