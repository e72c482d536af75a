using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Asks for a link to set a new password. It does the same for a known and an unknown address, in the same time: the
/// account is looked up afterwards, by the event's consumer.
/// </summary>
[Anyone]
public sealed record RequestPasswordReset(string Email) : ICommand<Result>, IPlatformTransaction;

/// <summary>Mails the link if there is such an account; at most three open links a person.</summary>
[Internal]
public sealed record SendPasswordReset(string Email) : ICommand<Result>, IPlatformTransaction;

internal sealed class RequestPasswordResetValidator : AbstractValidator<RequestPasswordReset>
{
    public RequestPasswordResetValidator() => RuleFor(r => r.Email)
        .Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
}

internal sealed class RequestPasswordResetHandler(EventBuffer events, TimeProvider clock)
    : ICommandHandler<RequestPasswordReset, Result>
{
    public ValueTask<Result> Handle(RequestPasswordReset command, CancellationToken cancellationToken)
    {
        var requestId = Ids.New(clock);
        events.Publish(new PasswordResetRequested(requestId, command.Email), requestId, 1);
        return ValueTask.FromResult(Result.Success());
    }
}

internal sealed class WhenPasswordResetRequested : IConsume<PasswordResetRequested>
{
    public IEnumerable<ICommand<Result>> On(PasswordResetRequested happened) => [new SendPasswordReset(happened.Email)];
}

internal sealed class SendPasswordResetHandler(
    PlatformDb db, OneTimeTokens tokens, ILookupNormalizer normalizer, ISender sender)
    : ICommandHandler<SendPasswordReset, Result>
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private const int MaximumOpen = 3;

    public async ValueTask<Result> Handle(SendPasswordReset command, CancellationToken cancellationToken)
    {
        var email = normalizer.NormalizeEmail(command.Email);
        var person = await db.People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.NormalizedEmail == email && p.DisabledAtUtc == null, cancellationToken);
        if (person is null) return Result.Success();
        if (await tokens.CountOpenAsync(person.Id, TokenPurpose.ResetPassword, cancellationToken) >= MaximumOpen)
            return Result.Success();
        var secret = tokens.Issue(person.Id, TokenPurpose.ResetPassword, Life);
        return await sender.Send(
            new QueueMail(
                "reset-password/" + OneTimeToken.HashOf(secret), person.Email!,
                new MailText(
                    "Choose a new password", $"Hello {person.Name}",
                    ["Somebody, hopefully you, asked for a new password for your account."],
                    new MailLink("Choose a new password", "/reset/" + secret),
                    Note: "The link works once, for one hour. If it was not you, ignore this mail: nothing changes."),
                IsSecret: true),
            cancellationToken);
    }
}
