using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Identity;

/// <summary>
/// Mails a link that shows that the address is theirs; at most three open links. Nothing happens once it is confirmed.
/// </summary>
/// <param name="ReturnUrl">Where they wanted to go; a path of this platform.</param>
[Internal]
public sealed record SendEmailConfirmation(string PersonId, string? ReturnUrl = null) : ICommand<Result>, IPlatformTransaction;

internal sealed class SendEmailConfirmationHandler(PlatformDb db, OneTimeTokens tokens, ISender sender)
    : ICommandHandler<SendEmailConfirmation, Result>
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(3);
    private const int MaximumOpen = 3;

    public async ValueTask<Result> Handle(SendEmailConfirmation command, CancellationToken cancellationToken)
    {
        var person = await db.People.FindAsync([command.PersonId], cancellationToken);
        if (person is null or { EmailConfirmed: true }) return Result.Success();
        if (await tokens.CountOpenAsync(person.Id, TokenPurpose.ConfirmEmail, cancellationToken) >= MaximumOpen)
            return Result.Success();
        var secret = tokens.Issue(person.Id, TokenPurpose.ConfirmEmail, Life);
        return await sender.Send(
            new QueueMail(
                "confirm-email/" + OneTimeToken.HashOf(secret), person.Email!,
                new MailText(
                    "Confirm your mail address", $"Hello {person.Name}",
                    ["Please confirm that this address is yours. Then you can log in, and orders you made as a guest join your account."],
                    new MailLink("Confirm my address", "/confirm/" + secret + Back(command.ReturnUrl)),
                    Note: "The link works once, for three days. If you did not register, ignore this mail."),
                IsSecret: true),
            cancellationToken);
    }

    private static string Back(string? url) => url is null ? "" : "?returnUrl=" + Uri.EscapeDataString(url);
}
