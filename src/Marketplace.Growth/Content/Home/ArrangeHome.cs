using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Growth.Content.Home;

/// <summary>
/// Which blocks stand below the hero, in this order (<see cref="HomeBlocks"/>); none: as a platform begins. Errors:
/// home.no-block, home.changed.
/// </summary>
[Admin(AdminPermissions.Content)]
public sealed record ArrangeHome(IReadOnlyList<string> Order) : ICommand<Result>, IPlatformTransaction;

internal sealed class ArrangeHomeValidator : AbstractValidator<ArrangeHome>
{
    public ArrangeHomeValidator() => RuleFor(h => h.Order)
        .Must(o => o.Count <= HomePage.MostBlocks && o.Distinct(StringComparer.Ordinal).Count() == o.Count)
        .WithMessage("At most twelve blocks, each once.");
}

internal sealed class ArrangeHomeHandler(PlatformDb db, IDatabaseProvider database, AuditTrail audit)
    : ICommandHandler<ArrangeHome, Result>
{
    public async ValueTask<Result> Handle(ArrangeHome command, CancellationToken cancellationToken)
    {
        var slugs = command.Order.Select(HomeBlocks.CollectionOf).OfType<string>().ToList();
        var banners = command.Order.Select(HomeBlocks.BannerOf).OfType<string>().ToList();
        var known = command.Order.Count(HomeBlocks.BuiltIn.Contains)
            + await db.Collections.CountAsync(c => slugs.Contains(c.Slug), cancellationToken)
            + await db.Banners.CountAsync(b => banners.Contains(b.Id) && b.Place == BannerPlace.Between, cancellationToken);
        if (known != command.Order.Count) return HomeErrors.NoBlock;
        var home = await db.HomePages.SingleOrDefaultAsync(cancellationToken);
        if (home is null) db.HomePages.Add(home = new HomePage());
        home.Order = [.. command.Order];
        audit.Note(db, "home.arranged", "home", HomePage.OnlyId, string.Join(", ", command.Order));
        return await db.TrySaveAsync(database, cancellationToken) ? Result.Success() : HomeErrors.Changed;
    }
}
