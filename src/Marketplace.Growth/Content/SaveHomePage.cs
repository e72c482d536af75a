using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content;

/// <summary>Sets hero, main menu and the shops presented on the home page.</summary>
[Admin(AdminPermissions.Content)]
public sealed record SaveHomePage(HomeHero Hero, IReadOnlyList<HomeLink> Navigation, IReadOnlyList<string> ShopIds)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SaveHomePageValidator : AbstractValidator<SaveHomePage>
{
    public SaveHomePageValidator()
    {
        RuleFor(c => c.Hero.Title).NotEmpty().MaximumLength(120).WithMessage("Give it a title, in at most 120 characters.");
        RuleFor(c => c.Hero.Lead).MaximumLength(300).WithMessage("At most 300 characters.");
        RuleFor(c => c.Hero.Pill).MaximumLength(80).WithMessage("At most 80 characters.");
        RuleForEach(c => c.Navigation).Must(link => link.Text.Length is > 0 and <= 40)
            .WithMessage("A menu line has words, at most 40 characters.");
        RuleFor(c => c.Hero.Pictures.Count).LessThanOrEqualTo(4);
        RuleFor(c => c.Navigation.Count).LessThanOrEqualTo(12);
        RuleForEach(c => c.Navigation).Must(IsOwn).WithMessage("A menu line leads to a path of this platform.");
        RuleFor(c => c.Hero).Must(hero => IsOwn(hero.Primary) && IsOwn(hero.Secondary))
            .WithMessage("Both buttons lead to a path of this platform.");
        RuleFor(c => c.ShopIds.Count).LessThanOrEqualTo(12);
    }

    private static bool IsOwn(HomeLink link) => OwnPath.IsOne(link.Href);
}

internal sealed class SaveHomePageHandler(PlatformDb db, IDatabaseProvider database, AuditTrail audit)
    : ICommandHandler<SaveHomePage, Result>
{
    public async ValueTask<Result> Handle(SaveHomePage command, CancellationToken cancellation)
    {
        var page = await db.HomePages.SingleOrDefaultAsync(cancellation);
        if (page is null) db.HomePages.Add(page = new HomePage());
        (page.Hero, page.Navigation, page.ShopIds) = (command.Hero, [.. command.Navigation], [.. command.ShopIds]);
        audit.Note(db, "home.saved", "home", HomePage.OnlyId, page.Hero.Title);
        return await db.TrySaveAsync(database, cancellation) ? Result.Success() : HomeErrors.Changed;
    }
}
