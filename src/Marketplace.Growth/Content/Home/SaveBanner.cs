using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Home;

/// <summary>
/// Makes or changes a banner of the home page, and answers its id. Errors: home.no-banner, home.changed, home.full.
/// </summary>
/// <param name="Id">Null for a new one, which goes to the end of the home page's order when it stands between rows.</param>
/// <param name="Version">The version that was seen; 0 for a new one.</param>
[Admin(AdminPermissions.Content)]
public sealed record SaveBanner(string? Id, long Version, BannerWords Words) : ICommand<Result<string>>, IPlatformTransaction;

/// <summary>Takes a banner away. Again is fine.</summary>
[Admin(AdminPermissions.Content)]
public sealed record RemoveBanner(string Id) : ICommand<Result>, IPlatformTransaction;

internal sealed class SaveBannerValidator : AbstractValidator<SaveBanner>
{
    public SaveBannerValidator()
    {
        RuleFor(b => b.Words.Place).IsInEnum().OverridePropertyName("Place");
        RuleFor(b => b.Words.Title).NotEmpty().MaximumLength(80).OverridePropertyName("Title")
            .WithMessage("Give it a title, in at most 80 characters.");
        RuleFor(b => b.Words.Text).NotNull().MaximumLength(300).OverridePropertyName("Text").WithMessage("At most 300 characters.");
        RuleFor(b => b.Words.LinkText).NotNull().MaximumLength(40).OverridePropertyName("LinkText")
            .WithMessage("At most 40 characters.");
        RuleFor(b => b.Words.Href).Must(OwnPath.IsOne).When(b => b.Words.Href.Length > 0).OverridePropertyName("Href")
            .WithMessage("It leads to a page of this marketplace: begin with /.");
        RuleFor(b => b.Words.LinkText).NotEmpty().When(b => b.Words.Href.Length > 0).OverridePropertyName("LinkText")
            .WithMessage("Say where the link leads.");
        RuleFor(b => b.Words.PictureRef).Matches("^[a-z0-9]{0,64}$").OverridePropertyName("PictureRef");
        RuleFor(b => b.Words.PictureAlt).NotEmpty().When(b => b.Words.PictureRef.Length > 0).OverridePropertyName("PictureAlt")
            .WithMessage("Say what the picture shows, for those who do not see it.");
        RuleFor(b => b.Words.PictureAlt).MaximumLength(200).OverridePropertyName("PictureAlt").WithMessage("At most 200 characters.");
        RuleFor(b => b.Words.UntilUtc).Must((b, until) => until is null || b.Words.FromUtc is null || until > b.Words.FromUtc)
            .OverridePropertyName("Until").WithMessage("It ends before it begins.");
    }
}

internal sealed class SaveBannerHandler(PlatformDb db, IDatabaseProvider database, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<SaveBanner, Result<string>>, ICommandHandler<RemoveBanner, Result>
{
    public async ValueTask<Result<string>> Handle(SaveBanner command, CancellationToken cancellationToken)
    {
        if (command.Id is null && await db.Banners.CountAsync(cancellationToken) >= Banner.Most) return HomeErrors.Full;
        var banner = command.Id is null
            ? new Banner { Id = Ids.New(clock), Title = "" }
            : await db.Banners.SingleOrDefaultAsync(b => b.Id == command.Id, cancellationToken);
        if (banner is null) return HomeErrors.NoBanner;
        if (banner.Version != command.Version) return HomeErrors.Changed;
        var words = command.Words;
        (banner.Place, banner.Title, banner.Text) = (words.Place, words.Title.Trim(), words.Text.Trim());
        (banner.LinkText, banner.Href) = (words.LinkText.Trim(), words.Href);
        (banner.PictureRef, banner.PictureAlt) = (words.PictureRef, words.PictureAlt.Trim());
        (banner.FromUtc, banner.UntilUtc) = (words.FromUtc, words.UntilUtc);
        if (command.Id is null) db.Add(banner);
        audit.Note(db, "home.banner-saved", "banner", banner.Id, banner.Title);
        return await db.TrySaveAsync(database, cancellationToken) ? banner.Id : HomeErrors.Changed;
    }

    public async ValueTask<Result> Handle(RemoveBanner command, CancellationToken cancellationToken)
    {
        if (await db.Banners.Where(b => b.Id == command.Id).ExecuteDeleteAsync(cancellationToken) > 0)
            audit.Note(db, "home.banner-removed", "banner", command.Id, "");
        return Result.Success();
    }
}
