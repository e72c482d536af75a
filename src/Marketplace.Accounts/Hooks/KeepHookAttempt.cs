using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks;

/// <summary>
/// Writes down how a try went, and what follows: delivered, tried again later, or given up. A webhook that has failed for
/// five days, or says 410 Gone, is switched off, and its owners get a mail.
/// </summary>
[Internal]
public sealed record KeepHookAttempt(string TenantId, string DeliveryId, string LeaseId, HookAttempt Attempt)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class KeepHookAttemptHandler(PlatformDb db, ISender sender, TimeProvider clock)
    : ICommandHandler<KeepHookAttempt, Result>
{
    private const int Gone = 410;

    public async ValueTask<Result> Handle(KeepHookAttempt command, CancellationToken cancellationToken)
    {
        var (attempt, now) = (command.Attempt, clock.GetUtcNow().UtcDateTime);
        // Whoever lost the lease meanwhile has nothing to say any more: another one tries it again.
        var mine = db.HookDeliveries.Where(d => d.Id == command.DeliveryId && d.LeaseId == command.LeaseId);
        if (await mine.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } delivery) return Result.Success();
        var wait = HookBackoff.After(delivery.Attempts);
        var (state, due) = attempt.Succeeded ? (HookDeliveryState.Delivered, delivery.DueAtUtc)
            : wait is { } time ? (HookDeliveryState.Waiting, now + time) : (HookDeliveryState.GivenUp, delivery.DueAtUtc);
        List<HookAttempt> log = [.. delivery.Log.TakeLast(HookDelivery.KeptAttempts - 1), attempt];
        await mine.ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, state).SetProperty(d => d.DueAtUtc, due).SetProperty(d => d.Log, log)
                .SetProperty(d => d.LeaseId, (string?)null).SetProperty(d => d.LeasedUntilUtc, (DateTime?)null), cancellationToken);

        var hook = db.HookEndpoints.Where(e => e.TenantId == command.TenantId && e.Id == delivery.EndpointId);
        if (attempt.Succeeded)
        {
            await hook.ExecuteUpdateAsync(
                s => s.SetProperty(e => e.DeliveredAtUtc, now).SetProperty(e => e.FailingSinceUtc, (DateTime?)null), cancellationToken);
            return Result.Success();
        }

        await hook.ExecuteUpdateAsync(s => s.SetProperty(e => e.FailingSinceUtc, e => e.FailingSinceUtc ?? now), cancellationToken);
        return await SwitchOffAsync(hook, attempt.Status == Gone, now, cancellationToken);
    }

    private async Task<Result> SwitchOffAsync(IQueryable<HookEndpoint> hook, bool isGone, DateTime now, CancellationToken cancellation)
    {
        var before = now - HookBackoff.Patience;
        var ended = await hook.Where(e => e.State == HookState.On && (isGone || e.FailingSinceUtc <= before))
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.State, HookState.Failed), cancellation);
        if (ended == 0) return Result.Success();
        var off = await hook.AsNoTracking().SingleAsync(cancellation);
        var shop = (await sender.Send(new GetSellers([off.TenantId]), cancellation)).Required().Single();
        return await sender.Send(
            new MailOwners(off.TenantId, $"hook-off/{off.Id}/{now.Ticks}", Text(off, shop.Slug, isGone)), cancellation);
    }

    private static MailText Text(HookEndpoint hook, string slug, bool isGone) => new(
        "We have switched off a webhook of your shop", "Your webhook does not answer",
        [
            isGone
                ? $"The address {hook.Url} says that it is gone (410). We no longer send events to it."
                : $"The address {hook.Url} has not taken an event for five days, however often we tried. We no longer send to it.",
            "Orders and everything else in your shop go on as before; only the program behind this address hears nothing of them. "
                + "When it works again, switch the webhook on and let us send what it has missed.",
        ],
        new MailLink("Look at the webhook", $"/seller/{slug}/settings/hooks/{hook.Id}"));
}
