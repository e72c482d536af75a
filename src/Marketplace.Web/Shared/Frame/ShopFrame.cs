using System.Globalization;
using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Pages;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Cart;
using Marketplace.Sales.Saved;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Shared.Tenancy;
using Marketplace.Web.Storefront;
using Mediator;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Frame;

/// <summary>The main menu, who is signed in, what is in the basket, and whose host this is.</summary>
internal sealed class ShopFrame(
    MainMenu menu, ISender sender, CallerAccessor caller, CurrentPerson person, RequestTenant tenant,
    IOptions<PlatformOptions> platform, IStringLocalizer<Words> words, IHostEnvironment environment,
    ICurrentMarket market) : IShellSource
{
    public async ValueTask FillAsync(Shell shell, HttpContext http, CancellationToken cancellationToken)
    {
        if (platform.Value.AllowDemo && !environment.IsDevelopment())
            shell.Banner = words["This is a demonstration: nothing here is sold and no money moves."];
        if (tenant.Place == TenantPlace.ShopHost)
        {
            shell.PlatformBase = platform.Value.Url;
            shell.BrandName = tenant.Tenant!.Name;
        }

        shell.PersonName = person.Person?.Name;
        var (links, pages) = await menu.GetAsync(sender, cancellationToken);
        shell.Categories =
        [
            new Link(words["All shops"], shell.PlatformBase + "/shops", Current: http.Request.Path == "/shops"),
            .. links.Select(link => (link.Href, Text: Say(link)))
                .Where(link => link.Text is not null)
                .Select(link => new Link(link.Text!, shell.PlatformBase + link.Href, Current: http.Request.Path == link.Href)),
        ];
        shell.Pages = [.. pages.Select(page => new Link(Title(page), $"{shell.PlatformBase}/pages/{page.Slug}"))];
        if (caller.Caller.BuyerId is null || tenant.Place is TenantPlace.ShopHost or TenantPlace.Dashboard) return;
        shell.CountBag = async () => await sender.Send(new CountCart(), cancellationToken) is { Ok: true } pieces ? pieces.Value : 0;
        if (!HasHearts(http.Request.Path)) return;
        var saved = await sender.Send(new ListSavedItems(), cancellationToken);
        if (saved.Ok) shell.Saved = saved.Value.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Pages that show things to buy; the others need not ask.</summary>
    private static bool HasHearts(PathString path) => path == "/"
        || ((string[])["/search", "/new", "/c", "/p", "/s", "/collections", "/saved"]).Any(p => path.StartsWithSegments(p));

    private string Title(FooterPage page) => page.Titles[PageLanguage.Best(page.Titles.Keys, market.Market.Locale)!];

    private string? Say(MenuLink link) =>
        PriceCaps.Say(words[link.Text], link.PriceCaps, market.Market.CurrencyCode, CultureInfo.CurrentCulture);
}

/// <summary>The menu and the footer that every shop page shows, read at most every few seconds.</summary>
internal sealed class MainMenu(TimeProvider clock)
{
    private readonly BriefCache<string, (IReadOnlyList<MenuLink> Links, IReadOnlyList<FooterPage> Pages)> _kept =
        new(clock, TimeSpan.FromSeconds(5));

    public ValueTask<(IReadOnlyList<MenuLink> Links, IReadOnlyList<FooterPage> Pages)> GetAsync(
        ISender sender, CancellationToken cancellation) => _kept.GetAsync("", async (_, stop) =>
        {
            var home = await sender.Send(new GetHomePage(), stop);
            var footer = await sender.Send(new GetFooter(), stop);
            return (home.Ok ? home.Value.Navigation : [], footer.Ok ? footer.Value : []);
        }, cancellation);
}
