using Marketplace.Catalog.Listings.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Sales.Saved;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Saved;

/// <summary>
/// What the visitor wants to find again. Hearts post here from cacheable pages, which carry no token: the guard against
/// other sites' posts stands in for it, as for the basket.
/// </summary>
[MakesBuyer, IgnoreAntiforgeryToken]
public sealed class SavedPageModel(
    ISender sender, ICurrentMarket market, CurrentPerson person, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<ProductTile> Tiles { get; private set; } = [];

    /// <summary>Saved, and not on sale here just now.</summary>
    public int Away { get; private set; }

    public bool IsGuest => person.Person is null;

    public async Task<IActionResult> OnGetAsync()
    {
        var saved = await sender.Send(new ListSavedItems(), HttpContext.RequestAborted);
        if (!saved.Ok) return this.Refused(saved.Error);
        var cards = await sender.Send(new GetListingCards(saved.Value, market.Market), HttpContext.RequestAborted);
        if (!cards.Ok) return this.Refused(cards.Error);
        Tiles = [.. cards.Value.Select(c => Storefront.Tiles.Of(c, words))];
        Away = saved.Value.Count - Tiles.Count;
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string? listing, string? returnUrl)
    {
        var done = await sender.Send(new SaveItem(listing ?? ""), HttpContext.RequestAborted);
        if (done.Ok) this.Say(words["It is on your list."]);
        else this.Say(words.Refusal(done.Error.Message), Tone.Warn);
        return LocalRedirect(LocalUrl.Or(returnUrl, "/saved"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? listing, string? returnUrl)
    {
        var done = await sender.Send(new UnsaveItem(listing ?? ""), HttpContext.RequestAborted);
        if (done.Ok) this.Say(words["It is off your list."]);
        else this.Say(words.Refusal(done.Error.Message), Tone.Warn);
        return LocalRedirect(LocalUrl.Or(returnUrl, "/saved"));
    }
}
