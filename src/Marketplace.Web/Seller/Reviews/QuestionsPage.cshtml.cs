using Marketplace.Care.Questions;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Seller.Reviews;

/// <summary>Questions about the shop's listings that nobody has answered.</summary>
public sealed class SellerQuestionsPage(ISender sender, IStringLocalizer<Words> words) : PageModel
{
    [FromRoute]
    public string Seller { get; set; } = "";

    public IReadOnlyList<OpenQuestion> Questions { get; private set; } = [];

    public string Root => $"/seller/{Seller}/reviews";

    public async Task<IActionResult> OnGetAsync()
    {
        var questions = await sender.Send(new ListOpenQuestions(), HttpContext.RequestAborted);
        if (!questions.Ok) return this.Refused(questions.Error);
        Questions = questions.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(string? question, string? text) => After(
        await sender.Send(new AnswerQuestion(question ?? "", text ?? ""), HttpContext.RequestAborted),
        words["Published on the listing's page; the buyer gets a mail."]);

    public async Task<IActionResult> OnPostDismissAsync(string? question) => After(
        await sender.Send(new DismissQuestion(question ?? ""), HttpContext.RequestAborted), words["Put away. Nobody else sees it."]);

    private IActionResult After(Result done, string said)
    {
        if (!done.Ok && done.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden) return this.Refused(done.Error);
        this.Say(done.Ok ? said : words.Refusal(done.Error.Message), done.Ok ? Tone.Good : Tone.Warn);
        return LocalRedirect(Root + "/questions");
    }
}
