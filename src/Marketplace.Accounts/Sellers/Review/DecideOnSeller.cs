using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>
/// Opens a reviewed shop, when its checklist is still complete.
/// Errors: seller.not-found, seller.wrong-state, seller.checklist-open.
/// </summary>
[Admin(AdminPermissions.Sellers)]
public sealed record ApproveSeller(string TenantId) : ICommand<Result>, IPlatformTransaction;

/// <summary>
/// Sends an application back with what is missing; the points named are open again until the seller says that they are
/// changed. Errors: seller.not-found, seller.wrong-state.
/// </summary>
/// <param name="Steps">Of <see cref="SellerRequirements"/>; none where it is about something else.</param>
[Admin(AdminPermissions.Sellers)]
public sealed record RequestChanges(string TenantId, string Reason, IReadOnlyList<string>? Steps = null)
    : ICommand<Result>, IPlatformTransaction, IGivesReason;

/// <summary>Refuses an application for good. Errors: seller.not-found, seller.wrong-state.</summary>
[Admin(AdminPermissions.Sellers)]
public sealed record RejectSeller(string TenantId, string Reason) : ICommand<Result>, IPlatformTransaction, IGivesReason;

/// <summary>
/// Takes an open shop out of sight and sale; its orders go on. Errors: seller.not-found, seller.wrong-state.
/// </summary>
[Admin(AdminPermissions.Sellers)]
public sealed record SuspendSeller(string TenantId, string Reason) : ICommand<Result>, IPlatformTransaction, IGivesReason;

/// <summary>Opens a suspended shop again. Errors: seller.not-found, seller.wrong-state.</summary>
[Admin(AdminPermissions.Sellers)]
public sealed record ReopenSeller(string TenantId, string Reason) : ICommand<Result>, IPlatformTransaction, IGivesReason;

/// <summary>A decision that its seller is told the reason of (DSA art. 17).</summary>
public interface IGivesReason
{
    string Reason { get; }
}

internal sealed class RequestChangesValidator : ReasonValidator<RequestChanges>
{
    public RequestChangesValidator() => RuleFor(r => r.Steps)
        .Must(s => s is null || (s.Count <= 10 && s.All(SellerRequirements.Order.Contains)))
        .WithMessage("Choose points of the checklist.");
}

internal sealed class RejectSellerValidator : ReasonValidator<RejectSeller>;

internal sealed class SuspendSellerValidator : ReasonValidator<SuspendSeller>;

internal sealed class ReopenSellerValidator : ReasonValidator<ReopenSeller>;

internal abstract class ReasonValidator<T> : AbstractValidator<T> where T : IGivesReason
{
    protected ReasonValidator() => RuleFor(r => r.Reason).Must(r => r?.Trim().Length is >= 10 and <= 1000)
        .WithMessage("Say why, in 10 to 1,000 characters: the seller reads it.");
}

internal sealed class ApproveSellerHandler(PlatformDb db, SellerMoves moves, ISender sender)
    : ICommandHandler<ApproveSeller, Result>
{
    public async ValueTask<Result> Handle(ApproveSeller command, CancellationToken cancellationToken)
    {
        var state = await db.Sellers.Where(s => s.Id == command.TenantId).Select(s => (SellerState?)s.State)
            .SingleOrDefaultAsync(cancellationToken);
        if (state is null) return SellerErrors.NotFound;
        if (state != SellerState.InReview) return SellerErrors.WrongState;
        var checklist = (await sender.Send(new ReadChecklist(command.TenantId), cancellationToken)).Required();
        if (checklist.Where(c => !c.IsDone).Select(c => c.Key).ToList() is { Count: > 0 } open)
            return SellerErrors.ChecklistOpen(open);
        return await moves.MoveAsync(
            command.TenantId, SellerState.Approved, "", s => new SellerApproved(s.Id, s.Name, s.Version + 1), cancellationToken);
    }
}

internal sealed class RequestChangesHandler(SellerMoves moves) : ICommandHandler<RequestChanges, Result>
{
    public ValueTask<Result> Handle(RequestChanges command, CancellationToken cancellationToken) => moves.MoveAsync(
        command.TenantId, SellerState.ChangesRequested, command.Reason,
        s => new SellerChangesRequested(s.Id, s.Name, command.Reason, s.Version + 1), cancellationToken,
        command.Steps?.Distinct(StringComparer.Ordinal).ToList());
}

internal sealed class RejectSellerHandler(SellerMoves moves) : ICommandHandler<RejectSeller, Result>
{
    public ValueTask<Result> Handle(RejectSeller command, CancellationToken cancellationToken) => moves.MoveAsync(
        command.TenantId, SellerState.Rejected, command.Reason,
        s => new SellerRejected(s.Id, s.Name, command.Reason, s.Version + 1), cancellationToken);
}

internal sealed class SuspendSellerHandler(SellerMoves moves) : ICommandHandler<SuspendSeller, Result>
{
    public ValueTask<Result> Handle(SuspendSeller command, CancellationToken cancellationToken) => moves.MoveAsync(
        command.TenantId, SellerState.Suspended, command.Reason,
        s => new SellerSuspended(s.Id, s.Name, command.Reason, s.Version + 1), cancellationToken);
}

internal sealed class ReopenSellerHandler(PlatformDb db, SellerMoves moves) : ICommandHandler<ReopenSeller, Result>
{
    public async ValueTask<Result> Handle(ReopenSeller command, CancellationToken cancellationToken)
    {
        // An application in review is opened by ApproveSeller alone, which looks at its checklist.
        var inReview = await db.Sellers.AnyAsync(
            s => s.Id == command.TenantId && s.State == SellerState.InReview, cancellationToken);
        if (inReview) return SellerErrors.WrongState;
        return await moves.MoveAsync(
            command.TenantId, SellerState.Approved, command.Reason,
            s => new SellerReopened(s.Id, s.Name, command.Reason, s.Version + 1), cancellationToken);
    }
}
