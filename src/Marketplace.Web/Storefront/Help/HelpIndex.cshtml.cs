using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Help;

/// <summary>Every help page and legal text on one page; a text that nobody has written yet is left out.</summary>
[OutputCache(PolicyName = ShopCache.Name)]
public sealed class HelpIndexModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    public IReadOnlyList<HelpTopic> Topics { get; private set; } = [];

    public IReadOnlyList<HelpTopic> LegalTexts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Topics =
        [
            new("/help/shipping", words["Shipping"], words["What it costs, when it arrives, and what happens when it is late."]),
            new(
                "/help/returns", words["Returns and protection"],
                words["How to send something back, and what to do when a parcel does not arrive."]),
            new("/help/contact", words["Contact"], words["Whom to ask about an order, and about everything else."]),
        ];
        (LegalTextKind Kind, HelpTopic Topic)[] texts =
        [
            (LegalTextKind.Terms, new("/legal/terms", words["Terms"], words["For everybody who buys here."])),
            (LegalTextKind.SellerTerms, new("/legal/seller-terms", words["Terms for shops"], words["For everybody who sells here."])),
            (LegalTextKind.Privacy, new("/legal/privacy", words["Privacy"], words["What we keep about you, why, and for how long."])),
            (LegalTextKind.Imprint, new("/legal/imprint", words["Imprint"], words["Who runs this marketplace."])),
        ];
        var written = new List<HelpTopic>();
        foreach (var (kind, topic) in texts)
        {
            if ((await sender.Send(new GetLegalText(kind), HttpContext.RequestAborted)).Ok) written.Add(topic);
        }

        LegalTexts =
        [
            .. written,
            new("/legal/accessibility", words["Accessibility"], words["How we make sure that everybody can shop here."]),
        ];
    }
}

public sealed record HelpTopic(string Href, string Title, string Text);
