using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Growth.Content;

/// <summary>The home page's own words and choices of now; a platform that has set none gets an empty hero.</summary>
[Anyone]
public sealed record GetHomePage : IQuery<Result<HomeView>>;

/// <summary>The home page as it will be at a moment.</summary>
[Admin(AdminPermissions.Content)]
public sealed record PreviewHomePage(DateTime AtUtc) : IQuery<Result<HomeView>>;

/// <param name="Top">What stands in place of the hero for a time.</param>
/// <param name="Blocks">Below the hero, in their order.</param>
/// <param name="ChangesAtUtc">When a banner begins or ends next; nobody may be shown this view from then on.</param>
public sealed record HomeView(
    HomeHero Hero, BannerWords? Top, IReadOnlyList<MenuLink> Navigation, IReadOnlyList<string> ShopIds,
    IReadOnlyList<HomeBlock> Blocks, DateTime? ChangesAtUtc);

/// <param name="Name">One of <see cref="HomeBlocks"/>; the collection or banner comes along where it is one.</param>
public sealed record HomeBlock(string Name, CollectionView? Collection, BannerWords? Banner);

internal sealed class GetHomePageHandler(BuyerDb db, TimeProvider clock) : IQueryHandler<GetHomePage, Result<HomeView>>
{
    public async ValueTask<Result<HomeView>> Handle(GetHomePage query, CancellationToken cancellation) =>
        await HomeReader.ReadAsync(db, clock.GetUtcNow().UtcDateTime, cancellation);
}

internal sealed class PreviewHomePageHandler(PlatformDb db) : IQueryHandler<PreviewHomePage, Result<HomeView>>
{
    public async ValueTask<Result<HomeView>> Handle(PreviewHomePage query, CancellationToken cancellation) =>
        await HomeReader.ReadAsync(db, DateTime.SpecifyKind(query.AtUtc, DateTimeKind.Utc), cancellation);
}
