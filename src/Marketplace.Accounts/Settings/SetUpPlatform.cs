using FluentValidation;
using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Settings;

/// <summary>
/// Makes a real platform of an empty database: its name, where and in what it sells, its legal texts, its first
/// admin. Once only. Errors: setup.done, person.email-taken, person.weak-password.
/// </summary>
[Internal]
public sealed record SetUpPlatform(
    PlatformValues Values, IReadOnlyDictionary<LegalTextKind, string> LegalTexts, string AdminName, string AdminEmail,
    string AdminPassword) : ICommand<Result>, IPlatformTransaction;

internal sealed class SetUpPlatformValidator : AbstractValidator<SetUpPlatform>
{
    public SetUpPlatformValidator()
    {
        RuleFor(s => s.Values).SetValidator(new PlatformValuesValidator());
        RuleFor(s => s.AdminEmail).Must(MailAddress.IsWellFormed).WithMessage("This does not look like a mail address.");
        RuleFor(s => s.LegalTexts).Must(texts => Enum.GetValues<LegalTextKind>()
                .All(kind => texts.GetValueOrDefault(kind) is { Length: > 0 and <= LegalTextMap.MaximumLength }))
            .WithMessage("All four texts are needed: Terms, SellerTerms, Privacy, Imprint.");
    }
}

internal sealed class SetUpPlatformHandler(
    PlatformDb db, ISender sender, AuditTrail audit, SettingsReader settings, TimeProvider clock)
    : ICommandHandler<SetUpPlatform, Result>
{
    private static readonly Error Done = Error.Conflict(
        "setup.done", "This platform is set up already. Change it in the console under Settings.");

    public async ValueTask<Result> Handle(SetUpPlatform command, CancellationToken cancellationToken)
    {
        if (await db.PlatformSettings.AnyAsync(cancellationToken)) return Done;
        var now = clock.GetUtcNow().UtcDateTime;
        var row = new PlatformSettings { SetUpAtUtc = now };
        command.Values.CopyTo(row);
        db.PlatformSettings.Add(row);
        foreach (var (kind, text) in command.LegalTexts)
            db.LegalTexts.Add(new LegalText { Kind = kind, TextVersion = 1, Text = text, SinceUtc = now });
        audit.Note(db, "platform.set-up", "platform", PlatformSettings.OnlyId, row.Name);
        var admin = await sender.Send(
            new CreatePerson(
                command.AdminName, command.AdminEmail, command.AdminPassword, row.Locales[0], IsConfirmed: true,
                AdminRole.Owner), cancellationToken);
        settings.Forget();
        return admin.Bare;
    }
}
