using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Growth.Following;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account;

/// <summary>
/// The shops that a person follows. A shop's cacheable page posts here without a token: the guard against other sites'
/// posts stands in for it.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class FollowedPageModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<FollowedShop> Shops { get; private set; } = [];

    public bool GetsMail { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var shops = await sender.Send(new ListFollowedShops(), HttpContext.RequestAborted);
        if (!shops.Ok) return this.Refused(shops.Error);
        var mails = await sender.Send(new GetMailChoices(), HttpContext.RequestAborted);
        if (!mails.Ok) return this.Refused(mails.Error);
        (Shops, GetsMail) = (shops.Value, mails.Value[MailTopic.NewListings]);
        return Page();
    }

    public async Task<IActionResult> OnPostFollowAsync(string? shop, string? returnUrl)
    {
        var done = await sender.Send(new FollowShop(shop ?? ""), HttpContext.RequestAborted);
        if (done.Ok) this.Say(words["You follow this shop now. It is in your account, under Shops you follow."]);
        else this.Say(words.Refusal(done.Error.Message), Tone.Warn);
        return LocalRedirect(LocalUrl.Or(returnUrl, "/account/shops"));
    }

    public async Task<IActionResult> OnPostUnfollowAsync(string? shop, string? returnUrl)
    {
        var done = await sender.Send(new UnfollowShop(shop ?? ""), HttpContext.RequestAborted);
        if (done.Ok) this.Say(words["You no longer follow this shop."]);
        else this.Say(words.Refusal(done.Error.Message), Tone.Warn);
        return LocalRedirect(LocalUrl.Or(returnUrl, "/account/shops"));
    }
}
