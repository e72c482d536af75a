using Marketplace.Care.Messages;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Layouts;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Storefront.Messages;

/// <summary>What buyers' and shops' pages of a conversation do alike with their forms.</summary>
internal static class MessageForms
{
    public static async Task<IReadOnlyList<IncomingFile>> IncomingAsync(this PageModel page, IEnumerable<IFormFile> files) =>
        [.. (await Uploads.ReadAsync(files, page.HttpContext.RequestAborted)).Select(f => new IncomingFile(f.Name, f.Content))];

    /// <summary>Back to the conversation after one side handed it in.</summary>
    public static IActionResult Reported(this PageModel page, Result reported, IStringLocalizer<Words> words, string back)
    {
        if (!reported.Ok && reported.Error.Fields is null) return page.Refused(reported.Error);
        page.Say(
            reported.Ok ? words["Thank you. A person on our team reads this conversation and writes to both of you."]
                : words.Refusal(reported.Error.Message),
            reported.Ok ? Tone.Good : Tone.Warn);
        return page.LocalRedirect(back);
    }
}
