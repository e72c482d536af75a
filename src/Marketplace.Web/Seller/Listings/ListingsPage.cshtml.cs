using Marketplace.Catalog.Listings;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Listings;

/// <summary>What the seller offers, by state; several can be moved at once.</summary>
public sealed class ListingsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    private const int MostAtOnce = 100;

    public ListingTab Tab { get; private set; }

    public string? Search { get; private set; }

    public ListingSort Sort { get; private set; }

    public MyListings Listings { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? tab, string? q, string? sort, string? after)
    {
        Search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Tab = Enum.TryParse<ListingTab>(tab, true, out var known) && Enum.IsDefined(known) ? known : ListingTab.All;
        Sort = string.Equals(sort, "title", StringComparison.OrdinalIgnoreCase) ? ListingSort.Title : ListingSort.Changed;
        var found = await sender.Send(new ListMyListings(Tab, Search, Sort, after), HttpContext.RequestAborted);
        if (!found.Ok) return this.Refused(found.Error);
        Listings = found.Value;
        return Page();
    }

    /// <summary>Moves all that were ticked; each is its own message, so that one refusal does not stop the others.</summary>
    public async Task<IActionResult> OnPostAsync(string seller, string[] pick, string? act, string? tab)
    {
        var all = new Moved();
        foreach (var id in pick.Take(MostAtOnce))
        {
            if (act == "publish") all.Add(await sender.Send(new PublishListing(id), HttpContext.RequestAborted));
            else if (await MoveAsync(act, id) is { } moved) all.Add(moved);
            else return BadRequest();
        }

        if (all.Refused is { Kind: ErrorKind.Forbidden or ErrorKind.Unauthenticated } refused) return this.Refused(refused);
        this.Say(all.Say(words), all.Tone);
        return LocalRedirect($"/seller/{seller}/listings?tab={Uri.EscapeDataString(tab ?? "")}");
    }

    private async Task<Result?> MoveAsync(string? act, string id) => act switch
    {
        "pause" => await sender.Send(new PauseListing(id), HttpContext.RequestAborted),
        "resume" => await sender.Send(new ResumeListing(id), HttpContext.RequestAborted),
        "archive" => await sender.Send(new ArchiveListing(id), HttpContext.RequestAborted),
        "restore" => await sender.Send(new RestoreListing(id), HttpContext.RequestAborted),
        _ => null,
    };
}
