using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Settings;

/// <summary>The platform's settings and legal texts, for the console.</summary>
[Admin(AdminPermissions.Settings)]
public sealed record GetSettings : IQuery<Result<SettingsDetails>>;

public sealed record SettingsDetails(PlatformSettings Settings, IReadOnlyList<LegalText> Texts);

/// <summary>Changes the platform's settings; every process follows within a second.</summary>
[Admin(AdminPermissions.Settings)]
public sealed record UpdateSettings(PlatformValues Values) : ICommand<Result>, IPlatformTransaction;

/// <summary>
/// Publishes a new version of a legal text; old ones are kept. Sellers accept new seller terms before they submit.
/// </summary>
[Admin(AdminPermissions.Settings)]
public sealed record PublishLegalText(LegalTextKind Kind, string Text) : ICommand<Result>, IPlatformTransaction;

internal sealed class UpdateSettingsValidator : AbstractValidator<UpdateSettings>
{
    public UpdateSettingsValidator() => RuleFor(s => s.Values).SetValidator(new PlatformValuesValidator());
}

internal sealed class PublishLegalTextValidator : AbstractValidator<PublishLegalText>
{
    public PublishLegalTextValidator()
    {
        RuleFor(t => t.Kind).IsInEnum();
        RuleFor(t => t.Text).NotEmpty().MaximumLength(LegalTextMap.MaximumLength).WithMessage("The text is empty or too long.");
    }
}

internal sealed class GetSettingsHandler(PlatformDb db) : IQueryHandler<GetSettings, Result<SettingsDetails>>
{
    public async ValueTask<Result<SettingsDetails>> Handle(GetSettings query, CancellationToken cancellationToken)
    {
        var settings = await db.PlatformSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var texts = await db.LegalTexts.AsNoTracking().OrderByDescending(t => t.TextVersion).Take(100)
            .ToListAsync(cancellationToken);
        return new SettingsDetails(settings ?? new PlatformSettings(), [.. texts.DistinctBy(t => t.Kind).OrderBy(t => t.Kind)]);
    }
}

internal sealed class UpdateSettingsHandler(PlatformDb db, AuditTrail audit, SettingsReader settings)
    : ICommandHandler<UpdateSettings, Result>
{
    public async ValueTask<Result> Handle(UpdateSettings command, CancellationToken cancellationToken)
    {
        var row = await db.PlatformSettings.SingleOrDefaultAsync(cancellationToken);
        if (row is null) db.PlatformSettings.Add(row = new PlatformSettings());
        command.Values.CopyTo(row);
        audit.Note(db, "platform.settings-changed", "platform", PlatformSettings.OnlyId, row.Name);
        settings.Forget();
        return Result.Success();
    }
}

internal sealed class PublishLegalTextHandler(PlatformDb db, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<PublishLegalText, Result>
{
    public async ValueTask<Result> Handle(PublishLegalText command, CancellationToken cancellationToken)
    {
        var newest = await db.LegalTexts.Where(t => t.Kind == command.Kind)
            .MaxAsync(t => (int?)t.TextVersion, cancellationToken) ?? 0;
        db.LegalTexts.Add(new LegalText
        {
            Kind = command.Kind, TextVersion = newest + 1, Text = command.Text, SinceUtc = clock.GetUtcNow().UtcDateTime,
        });
        audit.Note(db, "platform.text-published", "legal-text", command.Kind.ToString(), $"version {newest + 1}");
        return Result.Success();
    }
}
