using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>
/// The seller objects to its suspension or rejection, once and within six months (DSA art. 20). Errors:
/// seller.nothing-to-appeal, seller.appeal-late, seller.appeal-made.
/// </summary>
[Seller(SellerPermissions.Settings)]
public sealed record AppealDecision(string Text) : ICommand<Result>, IPlatformTransaction;

/// <summary>
/// A person has looked again. Granted: a suspended shop is open again, a rejected application goes back to its seller to
/// be changed. Errors: seller.not-found, seller.no-appeal, seller.wrong-state.
/// </summary>
[Admin(AdminPermissions.Sellers)]
public sealed record AnswerAppeal(string TenantId, bool Grants, string Reason) : ICommand<Result>, IPlatformTransaction, IGivesReason;

/// <summary>What a talk says of an appeal against the last decision.</summary>
public static class Appeals
{
    /// <summary>At least this long after a decision its seller may object (DSA art. 20 (1)).</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(183);

    /// <summary>Null where nobody has objected.</summary>
    public static NoteLine? Made(IReadOnlyList<NoteLine> newestFirst) =>
        newestFirst.Take(SinceDecision(newestFirst.Select(n => n.Kind))).FirstOrDefault(n => n.Kind == ReviewNoteKind.Appealed);

    public static bool IsOpen(IReadOnlyList<NoteLine> newestFirst) => IsOpen([.. newestFirst.Select(n => n.Kind)]);

    internal static bool IsMade(List<ReviewNoteKind> newestFirst) =>
        newestFirst.Take(SinceDecision(newestFirst)).Contains(ReviewNoteKind.Appealed);

    internal static bool IsOpen(List<ReviewNoteKind> newestFirst) =>
        IsMade(newestFirst) && !newestFirst.Take(SinceDecision(newestFirst)).Contains(ReviewNoteKind.AppealDenied);

    /// <summary>How many notes have been written since.</summary>
    private static int SinceDecision(IEnumerable<ReviewNoteKind> newestFirst) =>
        newestFirst.TakeWhile(k => k is not (ReviewNoteKind.Suspended or ReviewNoteKind.Rejected)).Count();
}

/// <summary>Sellers who have objected and wait for an answer.</summary>
internal static class OpenAppeals
{
    public static IQueryable<OpenAppeal> Of(PlatformDb db)
    {
        var notes = db.ReviewNotes;
        return db.Sellers.AsNoTracking().Where(s => s.State == SellerState.Suspended || s.State == SellerState.Rejected)
            .Select(s => new
            {
                Seller = s,
                Made = notes.Where(n => n.TenantId == s.Id && n.Kind == ReviewNoteKind.Appealed && n.AtUtc >= s.StateAtUtc)
                    .Max(n => (DateTime?)n.AtUtc),
                Denied = notes.Any(n => n.TenantId == s.Id && n.Kind == ReviewNoteKind.AppealDenied && n.AtUtc >= s.StateAtUtc),
            })
            .Where(x => x.Made != null && !x.Denied).Select(x => new OpenAppeal { Seller = x.Seller, SinceUtc = x.Made!.Value });
    }
}

internal sealed class OpenAppeal
{
    public required Seller Seller { get; init; }
    public required DateTime SinceUtc { get; init; }
}

internal sealed class AppealDecisionValidator : AbstractValidator<AppealDecision>
{
    public AppealDecisionValidator() => RuleFor(a => a.Text).Must(t => t?.Trim().Length is >= 10 and <= ReviewNote.MaximumLength)
        .WithMessage("Say what is wrong with it, in 10 to 2,000 characters.");
}

internal sealed class AnswerAppealValidator : ReasonValidator<AnswerAppeal>;

internal sealed class AppealHandlers(
    PlatformDb db, CallerAccessor caller, SellerMoves moves, ReviewTalk talk, EventBuffer events, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<AppealDecision, Result>, ICommandHandler<AnswerAppeal, Result>
{
    private static readonly Error Nothing = Error.Conflict(
        "seller.nothing-to-appeal", "Your shop is neither suspended nor rejected: there is nothing to object to.");

    private static readonly Error Late = Error.Refused(
        "seller.appeal-late", "This was decided more than six months ago. Write by the contact page instead.");

    private static readonly Error IsMade = Error.Conflict(
        "seller.appeal-made", "You have objected to this decision already. The answer comes by mail.");

    private static readonly Error NoAppeal = Error.Conflict("seller.no-appeal", "There is no open appeal of this seller.");

    public async ValueTask<Result> Handle(AppealDecision command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.AsNoTracking().SingleAsync(s => s.Id == caller.Caller.TenantId, cancellationToken);
        if (seller.State is not (SellerState.Suspended or SellerState.Rejected)) return Nothing;
        if (clock.GetUtcNow().UtcDateTime > seller.StateAtUtc + Appeals.Term) return Late;
        if (Appeals.IsMade(await KindsAsync(seller.Id, cancellationToken))) return IsMade;
        if (!await TakeTurnAsync(seller, cancellationToken)) return IsMade;
        Say(seller, ReviewNoteKind.Appealed, command.Text, byPlatform: false, "seller.appealed");
        return Result.Success();
    }

    public async ValueTask<Result> Handle(AnswerAppeal command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.TenantId, cancellationToken);
        if (seller is null) return SellerErrors.NotFound;
        if (seller.State is not (SellerState.Suspended or SellerState.Rejected)) return NoAppeal;
        if (!Appeals.IsOpen(await KindsAsync(seller.Id, cancellationToken))) return NoAppeal;
        if (command.Grants)
            return seller.State == SellerState.Suspended
                ? await moves.MoveAsync(
                    seller.Id, SellerState.Approved, command.Reason,
                    s => new SellerReopened(s.Id, s.Name, command.Reason, s.Version + 1), cancellationToken)
                : await moves.MoveAsync(
                    seller.Id, SellerState.ChangesRequested, command.Reason,
                    s => new SellerChangesRequested(s.Id, s.Name, command.Reason, s.Version + 1), cancellationToken, byAppeal: true);
        if (!await TakeTurnAsync(seller, cancellationToken)) return NoAppeal;
        Say(seller, ReviewNoteKind.AppealDenied, command.Reason, byPlatform: true, "seller.appeal-denied");
        return Result.Success();
    }

    private async Task<List<ReviewNoteKind>> KindsAsync(string tenantId, CancellationToken cancellation) =>
        (await talk.ReadAsync(tenantId, cancellation)).ConvertAll(n => n.Kind);

    /// <summary>Of two who do the same at once, the second finds another version.</summary>
    private async Task<bool> TakeTurnAsync(Seller seller, CancellationToken cancellation) =>
        await db.Sellers.Where(s => s.Id == seller.Id && s.Version == seller.Version)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1), cancellation) == 1;

    private void Say(Seller seller, ReviewNoteKind kind, string text, bool byPlatform, string action)
    {
        var noteId = talk.Add(seller.Id, kind, text, byPlatform);
        audit.Note(db, action, "seller", seller.Id, text.Trim(), seller.Id);
        events.Publish(
            new ReviewNoteWritten(seller.Id, noteId, text.Trim(), byPlatform, IsAppeal: true), "review-talk/" + seller.Id,
            clock.GetUtcNow().UtcTicks, seller.Id);
    }
}
