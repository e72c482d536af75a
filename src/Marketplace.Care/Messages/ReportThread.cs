using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Care.Messages.Contracts;
using Marketplace.Care.Messages.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Care.Messages;

/// <summary>
/// The buyer asks the platform to look at a conversation; from then on its team may read it, and nobody of it before. Saying
/// it twice changes nothing. Error: <c>message.no-thread</c>.
/// </summary>
[Buyer]
public sealed record ReportShop(string ThreadId, ReportReason Reason, string Words) : ICommand<Result>, IPlatformTransaction;

/// <summary>The shop does. The same error.</summary>
[Seller(SellerPermissions.Messages)]
public sealed record ReportBuyer(string ThreadId, ReportReason Reason, string Words) : ICommand<Result>, IPlatformTransaction;

internal sealed class ReportShopValidator : AbstractValidator<ReportShop>
{
    public ReportShopValidator()
    {
        RuleFor(r => r.Reason).IsInEnum();
        RuleFor(r => PlainText.Clean(r.Words)).MaximumLength(500).OverridePropertyName("Words").WithMessage("At most 500 characters.");
    }
}

internal sealed class ReportBuyerValidator : AbstractValidator<ReportBuyer>
{
    public ReportBuyerValidator()
    {
        RuleFor(r => r.Reason).IsInEnum();
        RuleFor(r => PlainText.Clean(r.Words)).MaximumLength(500).OverridePropertyName("Words").WithMessage("At most 500 characters.");
    }
}

internal sealed class ReportThreadHandler(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<ReportShop, Result>, ICommandHandler<ReportBuyer, Result>
{
    public async ValueTask<Result> Handle(ReportShop command, CancellationToken cancellation)
    {
        var (id, buyerId) = (command.ThreadId, caller.Caller.BuyerId!);
        var thread = await db.MessageThreads.AsNoTracking()
            .SingleOrDefaultAsync(t => t.BuyerId == buyerId && t.Id == id, cancellation);
        return await AddAsync(thread, MessageSide.Buyer, command.Reason, command.Words, cancellation);
    }

    public async ValueTask<Result> Handle(ReportBuyer command, CancellationToken cancellation)
    {
        var (id, tenantId) = (command.ThreadId, caller.Caller.TenantId!);
        var thread = await db.MessageThreads.AsNoTracking()
            .SingleOrDefaultAsync(t => t.TenantId == tenantId && t.Id == id, cancellation);
        return await AddAsync(thread, MessageSide.Seller, command.Reason, command.Words, cancellation);
    }

    private async Task<Result> AddAsync(
        MessageThread? thread, MessageSide by, ReportReason reason, string words, CancellationToken cancellation)
    {
        if (thread is null) return MessageErrors.NoSuchThread;
        var open = await db.ThreadReports.AnyAsync(
            r => r.TenantId == thread.TenantId && r.ThreadId == thread.Id && r.By == by && r.DecidedAtUtc == null, cancellation);
        if (open) return Result.Success();
        db.Add(new ThreadReport
        {
            Id = Ids.New(clock), TenantId = thread.TenantId, ThreadId = thread.Id, By = by, Actor = caller.Caller.Actor, Reason = reason,
            Words = PlainText.Clean(words), AtUtc = clock.GetUtcNow().UtcDateTime,
        });
        return Result.Success();
    }
}
