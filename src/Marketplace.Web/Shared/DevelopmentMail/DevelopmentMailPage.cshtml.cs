using System.Net;
using System.Text.RegularExpressions;
using Marketplace.Accounts.Mailing;
using Marketplace.Web.Shared.Errors;
using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Shared.DevelopmentMail;

/// <summary>
/// Every mail with its links, for whoever develops on this machine. It has a route in Development only, answers only
/// to this machine, and only where <c>Mail:ShowToEveryone</c> says so: anything else is a page that does not exist.
/// </summary>
public sealed partial class DevelopmentMailPage(ISender sender, IWebHostEnvironment environment) : PageModel
{
    public const string Route = "/Shared/DevelopmentMail/DevelopmentMailPage";

    public DevelopmentMails Mails { get; private set; } = null!;

    public IEnumerable<string> Links => Link().Matches(Mails.Open?.Text ?? "").Select(match => match.Value).Distinct();

    public async Task<IActionResult> OnGetAsync(string? name)
    {
        if (!environment.IsDevelopment() || !IsHere(HttpContext.Connection.RemoteIpAddress)) return NotFound();
        var mails = await sender.Send(new ListDevelopmentMails(name), HttpContext.RequestAborted);
        if (!mails.Ok) return this.Refused(mails.Error);
        if (name is not null && mails.Value.Open is null) return NotFound();
        Mails = mails.Value;
        return Page();
    }

    private static bool IsHere(IPAddress? remote) => remote is not null && IPAddress.IsLoopback(remote);

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Link();
}
