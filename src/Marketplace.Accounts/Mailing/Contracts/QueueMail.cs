using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing.Model;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Accounts.Mailing.Contracts;

/// <summary>
/// Writes a mail into the queue, in the transaction of what it tells about; a job sends it afterwards. The same key
/// again is the same mail: it is queued once, so that a repeated event mails nobody twice.
/// </summary>
/// <param name="Key">What is told to whom: <c>order-placed/{orderId}/buyer</c>.</param>
/// <param name="TenantId">The seller concerned, for its list of mails; null for the platform's own.</param>
/// <param name="Topic">
/// What the buyer may have switched off; then nothing is queued. Null for what is always told. With one, the mail says how
/// to stop its kind.
/// </param>
/// <param name="StopPath">
/// Where a mail without a topic is stopped, for those who have no account to choose in; the page stops on any POST.
/// </param>
/// <param name="IsSecret">It holds a link that opens something: the body is wiped once it is sent.</param>
[Internal]
public sealed record QueueMail(
    string Key, string To, MailText Text, string? TenantId = null, string? BuyerId = null, bool IsSecret = false,
    MailTopic? Topic = null, string? StopPath = null)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class QueueMailValidator : AbstractValidator<QueueMail>
{
    public QueueMailValidator()
    {
        RuleFor(m => m.Key).NotEmpty().MaximumLength(200);
        RuleFor(m => m.To).Must(MailAddress.IsWellFormed).WithMessage("This is no mail address.");
        RuleFor(m => m.BuyerId).NotEmpty().When(m => m.Topic is not null);
        RuleFor(m => m.Text.Subject).NotEmpty().MaximumLength(200);
    }
}

internal sealed class QueueMailHandler(
    PlatformDb db, ISettings settings, ISecretSeal seal, IOptions<SiteOptions> site, TimeProvider clock)
    : ICommandHandler<QueueMail, Result>
{
    public async ValueTask<Result> Handle(QueueMail command, CancellationToken cancellationToken)
    {
        if (command.To == Erased.Email) return Result.Success();
        if (await db.Mails.AnyAsync(m => m.Key == command.Key, cancellationToken)) return Result.Success();
        if (command.Topic is { } topic && !await IsWantedAsync(command.BuyerId!, topic, cancellationToken)) return Result.Success();
        var stop = command.Topic is { } kind ? StopLink.Path(seal, command.BuyerId!, kind) : command.StopPath;
        var platform = await settings.GetAsync(cancellationToken);
        var url = site.Value.Url.TrimEnd('/');
        var (text, html) = MailLayout.Render(command.Text, new MailFrame(platform.Name, platform.SupportEmail, url, stop));
        var now = clock.GetUtcNow().UtcDateTime;
        db.Mails.Add(new QueuedMail
        {
            Id = Ids.New(clock), Key = command.Key, Recipient = command.To,
            Subject = MailAddress.OneLine(command.Text.Subject), Text = text, Html = html, TenantId = command.TenantId,
            BuyerId = command.BuyerId, StopUrl = stop is null ? null : url + stop, IsSecret = command.IsSecret, AtUtc = now, DueAtUtc = now,
        });
        return Result.Success();
    }

    private async Task<bool> IsWantedAsync(string buyerId, MailTopic topic, CancellationToken cancellation) =>
        await db.MailChoices.Where(c => c.BuyerId == buyerId && c.Topic == topic).Select(c => (bool?)c.IsWanted)
            .SingleOrDefaultAsync(cancellation) ?? MailTopics.IsUsual(topic);
}
