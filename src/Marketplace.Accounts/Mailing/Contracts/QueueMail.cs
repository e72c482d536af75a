using FluentValidation;
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
/// <param name="IsSecret">It holds a link that opens something: the body is wiped once it is sent.</param>
[Internal]
public sealed record QueueMail(
    string Key, string To, MailText Text, string? TenantId = null, string? BuyerId = null, bool IsSecret = false)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class QueueMailValidator : AbstractValidator<QueueMail>
{
    public QueueMailValidator()
    {
        RuleFor(m => m.Key).NotEmpty().MaximumLength(200);
        RuleFor(m => m.To).Must(MailAddress.IsWellFormed).WithMessage("This is no mail address.");
        RuleFor(m => m.Text.Subject).NotEmpty().MaximumLength(200);
    }
}

internal sealed class QueueMailHandler(
    PlatformDb db, ISettings settings, IOptions<SiteOptions> site, TimeProvider clock) : ICommandHandler<QueueMail, Result>
{
    public async ValueTask<Result> Handle(QueueMail command, CancellationToken cancellationToken)
    {
        if (await db.Mails.AnyAsync(m => m.Key == command.Key, cancellationToken)) return Result.Success();
        var platform = await settings.GetAsync(cancellationToken);
        var (text, html) = MailLayout.Render(command.Text, platform.Name, platform.SupportEmail, site.Value.Url.TrimEnd('/'));
        var now = clock.GetUtcNow().UtcDateTime;
        db.Mails.Add(new QueuedMail
        {
            Id = Ids.New(clock), Key = command.Key, Recipient = command.To,
            Subject = MailAddress.OneLine(command.Text.Subject), Text = text, Html = html, TenantId = command.TenantId,
            BuyerId = command.BuyerId, IsSecret = command.IsSecret, AtUtc = now, DueAtUtc = now,
        });
        return Result.Success();
    }
}
