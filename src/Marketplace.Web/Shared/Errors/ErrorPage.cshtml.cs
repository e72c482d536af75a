using System.Diagnostics;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Layouts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Shared.Errors;

/// <summary>What went wrong and what to do, for every status without a page of its own. Asks nothing of the database.</summary>
[IgnoreAntiforgeryToken, BareShell, ResponseCache(NoStore = true)]
public sealed class ErrorPageModel : PageModel
{
    public int Status { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string? Trace { get; private set; }

    public IActionResult OnGet(int? status) => Draw(status);

    public IActionResult OnPost(int? status) => Draw(status);

    private PageResult Draw(int? status)
    {
        var direct = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            && HttpContext.Features.Get<IExceptionHandlerFeature>() is null;
        Status = direct ? 404 : status is >= 400 and <= 599 ? status.Value : 500;
        Response.StatusCode = Status;
        (Title, Text) = WordsOf(Status);
        if (!direct && HttpContext.Items[Outcomes.ItemKey] is Error error && error.Kind != ErrorKind.NotFound)
            Text = error.Message;
        if (Status >= 500) Trace = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        return Page();
    }

    private static (string Title, string Text) WordsOf(int status) => status switch
    {
        400 => ("We could not read that", "Something in the address or the form was not complete. Go back and try again."),
        401 => ("Sign in first", "Your session has ended. Sign in and do this again; nothing was changed."),
        403 => ("This needs another role", "You are signed in, but your role does not include this."),
        404 => ("There is nothing here", "The address may be old or mistyped, or what was here is no longer sold."),
        409 => ("It changed meanwhile", "Somebody changed this at the same time. Load the page again to see how it is now."),
        422 => ("That is not possible", "What you asked for does not fit the state of things. Go back and look again."),
        429 => ("A little slower", "That was too much at once. Wait a minute, then try again."),
        503 => ("Back in a moment", "Something we depend on does not answer just now. Nothing was lost; try again shortly."),
        >= 500 => ("This went wrong on our side", "It has been noted. Nothing was charged twice and nothing was lost."),
        _ => ("That did not work", "Go back and try again."),
    };
}
