using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Health.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Health;

/// <summary>Says what shops are measured by; it holds from the next measuring on. Error: <c>health.marks-changed</c>.</summary>
/// <param name="Marks">With the version that was edited; 0 where there were none.</param>
[Admin(AdminPermissions.Settings)]
public sealed record SetHealthMarks(HealthMarks Marks) : ICommand<Result>, IPlatformTransaction;

internal sealed class SetHealthMarksValidator : AbstractValidator<SetHealthMarks>
{
    public SetHealthMarksValidator()
    {
        RuleFor(m => m.Marks.LateBps).InclusiveBetween(0, 10_000).WithMessage("Between 0 and 100 percent.");
        RuleFor(m => m.Marks.CancelledBps).InclusiveBetween(0, 10_000).WithMessage("Between 0 and 100 percent.");
        RuleFor(m => m.Marks.RefundedBps).InclusiveBetween(0, 10_000).WithMessage("Between 0 and 100 percent.");
        RuleFor(m => m.Marks.ReplyHours).InclusiveBetween(1, 720).WithMessage("Between 1 and 720 hours.");
        RuleFor(m => m.Marks.RatingHundredths).InclusiveBetween(100, 500).WithMessage("Between 1 and 5 stars.");
        RuleFor(m => m.Marks.Fewest).InclusiveBetween(1, 1000).WithMessage("Between 1 and 1000.");
    }
}

internal sealed class SetHealthMarksHandler(PlatformDb db, IDatabaseProvider database, AuditTrail audit)
    : ICommandHandler<SetHealthMarks, Result>
{
    private static readonly Error Changed = Error.Conflict(
        "health.marks-changed", "Somebody else changed the marks meanwhile. Look at them, then save again.");

    public async ValueTask<Result> Handle(SetHealthMarks command, CancellationToken cancellation)
    {
        var marks = command.Marks;
        var rules = await db.HealthRules.SingleOrDefaultAsync(r => r.Id == HealthRules.OnlyId, cancellation);
        if ((rules?.Version ?? 0) != marks.Version) return Changed;
        if (rules is null) db.Add(rules = new HealthRules { Version = 1 });
        (rules.LateBps, rules.CancelledBps, rules.RefundedBps) = (marks.LateBps, marks.CancelledBps, marks.RefundedBps);
        (rules.ReplyHours, rules.RatingHundredths, rules.Fewest) = (marks.ReplyHours, marks.RatingHundredths, marks.Fewest);
        audit.Note(
            db, "health.marks-set", "platform", HealthRules.OnlyId,
            $"late {marks.LateBps}, cancelled {marks.CancelledBps}, refunded {marks.RefundedBps} bps, reply {marks.ReplyHours} h, "
            + $"rating {marks.RatingHundredths}, of at least {marks.Fewest}");
        return await db.TrySaveAsync(database, cancellation) ? Result.Success() : Changed;
    }
}

/// <summary>Staff has looked at what a shop misses; it leaves the queue until something else is missed.</summary>
/// <remarks>Error: <c>health.kept</c>.</remarks>
[Admin(AdminPermissions.Sellers)]
public sealed record SeeToHealth(string TenantId) : ICommand<Result>, IPlatformTransaction;

internal sealed class SeeToHealthHandler(PlatformDb db, AuditTrail audit, TimeProvider clock) : ICommandHandler<SeeToHealth, Result>
{
    private static readonly Error Kept = Error.Conflict("health.kept", "This shop misses no mark that somebody has not seen to.");

    public async ValueTask<Result> Handle(SeeToHealth command, CancellationToken cancellation)
    {
        var (tenantId, now) = (command.TenantId, clock.GetUtcNow().UtcDateTime);
        var seen = await db.SellerHealths.Where(h => h.TenantId == tenantId && h.MissedSinceUtc != null && h.SeenAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(h => h.SeenAtUtc, now).SetProperty(h => h.Version, h => h.Version + 1), cancellation);
        if (seen == 0) return Kept;
        audit.Note(db, "health.seen", "seller", tenantId, "Looked at what misses its mark.", tenantId);
        return Result.Success();
    }
}
