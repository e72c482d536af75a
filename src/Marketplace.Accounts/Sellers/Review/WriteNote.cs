using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

/// <summary>The seller writes to whoever reviews its application. Errors: seller.talk-over, seller.too-many-notes.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record WriteNoteToPlatform(string Text) : ICommand<Result>, IPlatformTransaction;

/// <summary>The reviewer writes to a seller. Errors: seller.not-found, seller.talk-over, seller.too-many-notes.</summary>
[Admin(AdminPermissions.Sellers)]
public sealed record WriteNoteToSeller(string TenantId, string Text) : ICommand<Result>, IPlatformTransaction;

/// <summary>Says that a point which the reviewer asked for is changed. Error: seller.step-not-asked.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record MarkStepChanged(string Step) : ICommand<Result>, IPlatformTransaction;

internal sealed class WriteNoteToPlatformValidator : AbstractValidator<WriteNoteToPlatform>
{
    public WriteNoteToPlatformValidator() => RuleFor(n => n.Text).NotEmpty().MaximumLength(ReviewNote.MaximumLength)
        .WithMessage("Write something, in at most 2,000 characters.");
}

internal sealed class WriteNoteToSellerValidator : AbstractValidator<WriteNoteToSeller>
{
    public WriteNoteToSellerValidator() => RuleFor(n => n.Text).NotEmpty().MaximumLength(ReviewNote.MaximumLength)
        .WithMessage("Write something, in at most 2,000 characters.");
}

internal sealed class WriteNoteHandlers(PlatformDb db, CallerAccessor caller, ReviewTalk talk, EventBuffer events, TimeProvider clock)
    : ICommandHandler<WriteNoteToPlatform, Result>, ICommandHandler<WriteNoteToSeller, Result>, ICommandHandler<MarkStepChanged, Result>
{
    private static readonly Error Over = Error.Conflict(
        "seller.talk-over", "This application is decided. Write by the contact page instead.");

    private static readonly Error TooMany = Error.Refused(
        "seller.too-many-notes", "There are two hundred notes here. Write by the contact page instead.");

    private static readonly Error NotAsked = Error.Conflict(
        "seller.step-not-asked", "Nobody asks for this point any more. Load the page again.");

    public ValueTask<Result> Handle(WriteNoteToPlatform command, CancellationToken cancellationToken) =>
        WriteAsync(caller.Caller.TenantId!, command.Text, byPlatform: false, cancellationToken);

    public ValueTask<Result> Handle(WriteNoteToSeller command, CancellationToken cancellationToken) =>
        WriteAsync(command.TenantId, command.Text, byPlatform: true, cancellationToken);

    public async ValueTask<Result> Handle(MarkStepChanged command, CancellationToken cancellationToken)
    {
        var tenantId = caller.Caller.TenantId!;
        var state = await db.Sellers.Where(s => s.Id == tenantId).Select(s => s.State).SingleAsync(cancellationToken);
        if (!ReviewTalk.Asked(state, await talk.ReadAsync(tenantId, cancellationToken)).ContainsKey(command.Step)) return NotAsked;
        talk.Add(tenantId, ReviewNoteKind.StepChanged, "", byPlatform: false, [command.Step]);
        return Result.Success();
    }

    private async ValueTask<Result> WriteAsync(string tenantId, string text, bool byPlatform, CancellationToken cancellation)
    {
        var seller = await db.Sellers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == tenantId, cancellation);
        if (seller is null) return SellerErrors.NotFound;
        if (seller.State is SellerState.Rejected or SellerState.Closed) return Over;
        if (await db.ReviewNotes.CountAsync(n => n.TenantId == tenantId, cancellation) >= ReviewTalk.Maximum) return TooMany;
        var noteId = talk.Add(tenantId, ReviewNoteKind.Word, text, byPlatform);
        events.Publish(
            new ReviewNoteWritten(tenantId, noteId, text.Trim(), byPlatform), "review-talk/" + tenantId,
            clock.GetUtcNow().UtcTicks, tenantId);
        return Result.Success();
    }
}

/// <summary>Mails a note to the other side: to the seller's owners, or to the platform's own address.</summary>
[Internal]
public sealed record MailReviewNote(string TenantId, string Text, bool ByPlatform, string Key, bool IsAppeal = false)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class WhenReviewNoteWritten : IConsume<ReviewNoteWritten>
{
    public IEnumerable<ICommand<Result>> On(ReviewNoteWritten happened) =>
        [new MailReviewNote(happened.TenantId, happened.Text, happened.ByPlatform, happened.NoteId, happened.IsAppeal)];
}

internal sealed class MailReviewNoteHandler(PlatformDb db, ISettings settings, ISender sender)
    : ICommandHandler<MailReviewNote, Result>
{
    public async ValueTask<Result> Handle(MailReviewNote command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.AsNoTracking().SingleAsync(s => s.Id == command.TenantId, cancellationToken);
        var platform = await settings.GetAsync(cancellationToken);
        var key = $"review-note/{seller.Id}/{command.Key}";
        if (command.ByPlatform)
        {
            var page = new MailLink("Read and answer", $"/seller/{seller.Slug}/onboarding#talk");
            var text = command.IsAppeal
                ? new MailText(
                    $"{seller.Name}: the answer to your objection", "We have looked again",
                    ["A person has looked at your case again, and it stays as it was decided. The reason:", command.Text], page)
                : new MailText($"{seller.Name}: a note about your application", "A note about your application", [command.Text], page);
            return await sender.Send(new Identity.Team.MailOwners(seller.Id, key, text), cancellationToken);
        }

        return await sender.Send(
            new QueueMail(key, platform.SupportEmail, new MailText(
                command.IsAppeal ? $"{seller.Name} objects to a decision" : $"{seller.Name} has written about its application",
                command.IsAppeal ? $"{seller.Name} objects" : $"{seller.Name} has written", [command.Text],
                new MailLink("Open the application", $"/admin/sellers/{seller.Id}#talk")), seller.Id), cancellationToken);
    }
}
