using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>
/// Opens a shop's dashboard to this session for a quarter of an hour, to look only: every command is refused in it
/// (access.read-only). The seller finds beginning, end and reason in its activity. Another view that runs ends.
/// Error: seller.not-found.
/// </summary>
[Admin(AdminPermissions.Sellers), Fresh]
public sealed record BeginView(string TenantId, string Reason) : ICommand<Result<string>>, IPlatformTransaction;

/// <summary>Ends the view of this session. Error: view.not-found.</summary>
[Admin(AdminPermissions.Sellers)]
public sealed record EndView : ICommand<Result>, IPlatformTransaction;

/// <summary>Notes the end of views whose time is up; they were worth nothing already.</summary>
[Internal]
public sealed record EndOverdueViews : ICommand<Result<int>>, IPlatformTransaction;

internal sealed class BeginViewValidator : AbstractValidator<BeginView>
{
    public BeginViewValidator() => RuleFor(b => b.Reason).NotEmpty().MinimumLength(10).MaximumLength(300)
        .WithMessage("Why you look, in ten letters or more. The seller reads it.");
}

internal sealed class BeginViewHandler(
    PlatformDb db, CallerAccessor caller, ISender sender, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<BeginView, Result<string>>
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Answers the shop's address.</summary>
    public async ValueTask<Result<string>> Handle(BeginView command, CancellationToken cancellationToken)
    {
        if ((await sender.Send(new GetSellers([command.TenantId]), cancellationToken)).Required() is not [var seller])
            return SellerErrors.NotFound;
        var (sessionId, until) = (caller.Caller.SessionId, clock.GetUtcNow().UtcDateTime + Life);
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
        if (session is null) return AccessErrors.SignIn;
        if (session.ViewTenantId is { } before) audit.EndOfView(db, before, "another shop was opened");
        (session.ViewTenantId, session.ViewUntilUtc) = (seller.TenantId, until);
        audit.Note(db, "seller.view-began", "seller", seller.TenantId, command.Reason, seller.TenantId);
        return seller.Slug;
    }
}

internal sealed class EndViewHandlers(PlatformDb db, CallerAccessor caller, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<EndView, Result>, ICommandHandler<EndOverdueViews, Result<int>>
{
    private const int Batch = 50;

    public async ValueTask<Result> Handle(EndView command, CancellationToken cancellationToken)
    {
        var sessionId = caller.Caller.SessionId;
        var session = await db.Sessions.SingleOrDefaultAsync(
            s => s.Id == sessionId && s.ViewTenantId != null, cancellationToken);
        if (session is null) return IdentityErrors.NoView;
        audit.EndOfView(db, session.ViewTenantId!, "ended by hand");
        (session.ViewTenantId, session.ViewUntilUtc) = (null, null);
        return Result.Success();
    }

    public async ValueTask<Result<int>> Handle(EndOverdueViews command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var overdue = await db.Sessions.Where(s => s.ViewTenantId != null && (s.ViewUntilUtc <= now || s.EndedAtUtc != null))
            .OrderBy(s => s.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var session in overdue)
        {
            audit.EndOfView(
                db, session.ViewTenantId!, session.EndedAtUtc is null ? "the time was up" : "signed out", session.PersonId);
            (session.ViewTenantId, session.ViewUntilUtc) = (null, null);
        }

        return overdue.Count;
    }
}

internal static class ViewAudit
{
    public static void EndOfView(this AuditTrail audit, PlatformDb db, string tenantId, string how, string? personId = null) =>
        audit.Note(
            db, "seller.view-ended", "seller", tenantId, personId is null ? how : $"{how}, for {personId}", tenantId);
}

internal sealed class EndViewsJob(ISender sender) : IJob
{
    public string Name => "end-views";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<string> RunAsync(CancellationToken cancellation) =>
        $"noted the end of {(await sender.Send(new EndOverdueViews(), cancellation)).Required()} views";
}
