using Marketplace.Accounts.Hooks.Adapters;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Marketplace.Accounts.Hooks;

/// <summary>
/// Sends what is due for one webhook, one after the other, and stops with the first failure: a receiver that is down costs
/// one time-out a turn, not one for each event. A delivery is claimed by a leased conditional update and sent outside any
/// transaction; a crash at any line sends it again under the same id.
/// </summary>
internal sealed class HookTurn(
    PlatformDb db, IDatabaseProvider database, HookTransport transport, ISecretSeal seal, ISender sender, TimeProvider clock,
    ILogger<HookTurn> logger)
{
    private const int Most = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public async Task<(int Sent, int Failed)> RunAsync(string tenantId, string endpointId, CancellationToken cancellation)
    {
        var endpoint = await db.HookEndpoints.AsNoTracking()
            .SingleOrDefaultAsync(e => e.TenantId == tenantId && e.Id == endpointId, cancellation);
        if (endpoint is not { State: HookState.On })
        {
            await GiveUpAsync(endpointId, cancellation);
            return (0, 0);
        }

        var secrets = SecretsOf(endpoint);
        for (var sent = 0; sent < Most; sent++)
        {
            if (await ClaimAsync(endpointId, cancellation) is not { } delivery) return (sent, 0);
            var attempt = await SendAsync(endpoint, secrets, delivery, cancellation);
            var kept = await sender.Send(new KeepHookAttempt(tenantId, delivery.Id, delivery.LeaseId!, attempt), cancellation);
            if (kept.Error is { } error) logger.LogError("Delivery {DeliveryId} was not kept: {Code}", delivery.Id, error.Code);
            if (!attempt.Succeeded || !kept.Ok) return (sent, 1);
        }

        return (Most, 0);
    }

    private List<string> SecretsOf(HookEndpoint endpoint)
    {
        var old = endpoint.OldSecretUntilUtc > clock.GetUtcNow().UtcDateTime ? endpoint.OldSealedSecret : null;
        return [.. new[] { endpoint.SealedSecret, old }.OfType<string>().Select(seal.Open).OfType<string>()];
    }

    private async Task<HookDelivery?> ClaimAsync(string endpointId, CancellationToken cancellation)
    {
        var (now, lease) = (clock.GetUtcNow().UtcDateTime, Ids.New(clock));
        var due = db.HookDeliveries.Where(d => d.EndpointId == endpointId && d.State == HookDeliveryState.Waiting
            && d.DueAtUtc <= now && (d.LeasedUntilUtc == null || d.LeasedUntilUtc < now));
        var id = await due.OrderBy(d => d.DueAtUtc).ThenBy(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync(cancellation);
        if (id is null) return null;
        using (await database.EnterWriteAsync(cancellation))
        {
            // Another process may be quicker; then this turn is over, and the next one looks again.
            await due.Where(d => d.Id == id).ExecuteUpdateAsync(
                s => s.SetProperty(d => d.LeaseId, lease).SetProperty(d => d.LeasedUntilUtc, now + Lease)
                    .SetProperty(d => d.Attempts, d => d.Attempts + 1), cancellation);
        }

        return await db.HookDeliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.LeaseId == lease, cancellation);
    }

    private async Task<HookAttempt> SendAsync(
        HookEndpoint endpoint, List<string> secrets, HookDelivery delivery, CancellationToken cancellation)
    {
        var (at, begun) = (clock.GetUtcNow(), clock.GetTimestamp());
        if (secrets.Count == 0) return new HookAttempt(at.UtcDateTime, null, HookFailure.NoSecret, 0, "");
        var (id, moment) = (HookDelivery.PublicId(delivery.Id), at.ToUnixTimeSeconds());
        var signature = HookSignature.Of(secrets, id, moment, delivery.Payload);
        var answer = await transport.PostAsync(new HookCall(endpoint.Url, id, moment, signature, delivery.Payload), cancellation);
        return new HookAttempt(
            at.UtcDateTime, answer.Status, answer.Failure, (int)clock.GetElapsedTime(begun).TotalMilliseconds, answer.Text);
    }

    /// <summary>Nobody listens any more: what still waits is kept for a replay.</summary>
    private async Task GiveUpAsync(string endpointId, CancellationToken cancellation)
    {
        using var turn = await database.EnterWriteAsync(cancellation);
        await db.HookDeliveries.Where(d => d.EndpointId == endpointId && d.State == HookDeliveryState.Waiting)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, HookDeliveryState.GivenUp), cancellation);
    }
}
