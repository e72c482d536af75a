using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
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
        RuleFor(c => c.Hero.Title).NotEmpty().MaximumLength(120);
        RuleFor(c => c.Hero.Lead).MaximumLength(300);
        RuleFor(c => c.Hero.Pictures.Count).LessThanOrEqualTo(4);
        RuleFor(c => c.Navigation.Count).LessThanOrEqualTo(12);
        RuleForEach(c => c.Navigation).Must(IsOwn).WithMessage("A menu line leads to a path of this platform.");
        RuleFor(c => c.Hero).Must(hero => IsOwn(hero.Primary) && IsOwn(hero.Secondary))
            .WithMessage("Both buttons lead to a path of this platform.");
        RuleFor(c => c.ShopIds.Count).LessThanOrEqualTo(12);
    }

    private static bool IsOwn(HomeLink link) => link.Href.StartsWith('/') && !link.Href.StartsWith("//", StringComparison.Ordinal);
}

internal sealed class SaveHomePageHandler(PlatformDb db) : ICommandHandler<SaveHomePage, Result>
{
    public async ValueTask<Result> Handle(SaveHomePage command, CancellationToken cancellation)
    {
        var page = await db.HomePages.SingleOrDefaultAsync(cancellation);
        if (page is null) db.HomePages.Add(page = new HomePage());
        (page.Hero, page.Navigation, page.ShopIds) = (command.Hero, [.. command.Navigation], [.. command.ShopIds]);
        return Result.Success();
    }
}
