using Marketplace.Growth.Content;
using Marketplace.Growth.Content.Contracts;
using Marketplace.Growth.Content.Home;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Admin.Content;

/// <summary>What stands on the home page, in which order and for how long.</summary>
public sealed class HomeContentPage(ISender sender, DisplayClock clock, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public HomeInput Input { get; set; } = new();

    public HomeContent Home { get; private set; } = null!;

    /// <summary>Blocks that do not stand there yet.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        Input = HomeInput.Of(Home);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        var saved = await sender.Send(
            new SaveHomePage(Input.ToHero(Home.Hero), Input.ToMenu(), Home.ShopIds), HttpContext.RequestAborted);
        if (!saved.Ok) return this.Again(HomeInput.Beside(saved.Error));
        this.Say(words["Saved. Visitors see it within seconds."]);
        return RedirectToPage();
    }

    /// <param name="move"><c>in</c>, <c>out</c>, <c>up</c>, <c>down</c>, or <c>reset</c> to the platform's own order.</param>
    public async Task<IActionResult> OnPostArrangeAsync(string? block, string? move)
    {
        if (await ReadAsync() is { } error) return this.Refused(error);
        var order = move == "reset" ? [] : OrderMoves.After(Present(), block, move);
        var arranged = await sender.Send(new ArrangeHome(order), HttpContext.RequestAborted);
        if (!arranged.Ok)
        {
            Input = HomeInput.Of(Home);
            return this.Again(new Error(arranged.Error.Code, arranged.Error.Message, arranged.Error.Kind));
        }

        this.Say(words["Saved. Visitors see it within seconds."]);
        return RedirectToPage();
    }

    /// <summary>The blocks whose collection or banner is still there.</summary>
    public IEnumerable<string> Present() => Home.Order.Where(b =>
        HomeBlocks.CollectionOf(b) is { } slug ? Home.Collections.Any(c => c.Slug == slug)
        : HomeBlocks.BannerOf(b) is not { } id || Home.Banners.Any(x => x.Id == id && x.Words.Place == BannerPlace.Between));

    public string Name(string block) => block switch
    {
        HomeBlocks.New => words["New arrivals"],
        HomeBlocks.Shops => words["Shops to know"],
        HomeBlocks.Promises => words["How it works"],
        _ when HomeBlocks.CollectionOf(block) is { } slug => Home.Collections.First(c => c.Slug == slug).Title,
        _ => Home.Banners.First(b => HomeBlocks.OfBanner(b.Id) == block).Words.Title,
    };

    public string Kind(string block) => HomeBlocks.CollectionOf(block) is not null ? words["Collection"]
        : HomeBlocks.BannerOf(block) is not null ? words["Banner"] : words["Built in"];

    public string StateOf(BannerWords banner) => banner.UntilUtc <= clock.UtcNow ? "expired"
        : banner.FromUtc > clock.UtcNow ? "scheduled" : "active";

    public string NowTyped => FormDate.Type(clock.UtcNow, clock)!;

    private async Task<Error?> ReadAsync()
    {
        var content = await sender.Send(new GetHomeContent(), HttpContext.RequestAborted);
        if (!content.Ok) return content.Error;
        Home = content.Value;
        Others =
        [
            .. HomeBlocks.BuiltIn.Concat(Home.Collections.Select(c => HomeBlocks.OfCollection(c.Slug)))
                .Concat(Home.Banners.Where(b => b.Words.Place == BannerPlace.Between).Select(b => HomeBlocks.OfBanner(b.Id)))
                .Except(Home.Order),
        ];
        return null;
    }
}
