using Marketplace.Accounts.Mailing;
using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Account;

/// <summary>Which mails a person wants; those about orders, money and safety always come, and the page says so.</summary>
public sealed class MailsPageModel(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty]
    public MailsInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var choices = await sender.Send(new GetMailChoices(), HttpContext.RequestAborted);
        if (!choices.Ok) return this.Refused(choices.Error);
        Input = new MailsInput
        {
            Messages = choices.Value[MailTopic.Messages], Answers = choices.Value[MailTopic.Answers],
            NewListings = choices.Value[MailTopic.NewListings],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var chosen = new Dictionary<MailTopic, bool>
        {
            [MailTopic.Messages] = Input.Messages, [MailTopic.Answers] = Input.Answers, [MailTopic.NewListings] = Input.NewListings,
        };
        var done = await sender.Send(new ChooseMails(chosen), HttpContext.RequestAborted);
        if (!done.Ok) return this.Again(done.Error);
        this.Say(words["Your choice is kept."]);
        return RedirectToPage();
    }

    public sealed class MailsInput
    {
        public bool Messages { get; set; }
        public bool Answers { get; set; }
        public bool NewListings { get; set; }
    }
}
