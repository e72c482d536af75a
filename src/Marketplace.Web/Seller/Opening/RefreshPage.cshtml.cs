using Marketplace.Money.Settlement;
using Marketplace.Web.Shared;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Identity;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Seller.Opening;

/// <summary>
/// Where Stripe sends people whose link was used or is too old: they get a new one and go straight back. Without an
/// account there never was a link; opening this address makes none.
/// </summary>
public sealed class RefreshPage(
    ISender sender, CurrentPerson person, IOptions<PlatformOptions> platform, IStringLocalizer<Words> words) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string seller)
    {
        var account = await sender.Send(new GetPayoutAccount(), HttpContext.RequestAborted);
        if (!account.Ok) return this.Refused(account.Error);
        var home = $"/seller/{seller}/onboarding";
        if (!account.Value.Exists) return Redirect(home);
        var way = platform.Value.Url + home;
        var link = await sender.Send(
            new StartPayoutOnboarding(way + "/return", way + "/refresh", person.Person?.Email ?? ""), HttpContext.RequestAborted);
        if (link.Ok) return Redirect(link.Value);
        this.Say(words.Refusal(link.Error.Message), Tone.Warn);
        return Redirect(home + "#payouts");
    }
}
