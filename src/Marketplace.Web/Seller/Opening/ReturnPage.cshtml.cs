using Marketplace.Kernel.Results;
using Marketplace.Money.Settlement;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Opening;

/// <summary>
/// Where Stripe sends people when they leave its pages, done or not. Coming back proves nothing: the account is read, as
/// it would be by the webhook.
/// </summary>
public sealed class ReturnPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string seller)
    {
        var asked = await sender.Send(new RefreshPayoutAccount(), HttpContext.RequestAborted);
        if (asked.Error is { Kind: ErrorKind.Forbidden or ErrorKind.Unauthenticated } error) return this.Refused(error);
        if (!asked.Ok) this.Say(words.Refusal(asked.Error.Message), Tone.Warn);
        else
        {
            var account = await sender.Send(new GetPayoutAccount(), HttpContext.RequestAborted);
            if (account.Value is { IsReady: true, Due.Count: 0 }) this.Say(words["Your payout account is ready."]);
            else this.Say(words["You are back from Stripe. It may still be checking, or want to know more."], Tone.Info);
        }

        return Redirect($"/seller/{seller}/onboarding#payouts");
    }
}
