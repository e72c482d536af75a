using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Storefront.Account.Security;

/// <summary>Shows new recovery codes, once: they come in a sealed cookie that this page ends.</summary>
[ResponseCache(NoStore = true)]
public sealed class CodesPageModel : PageModel
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        Codes = TempData[RecoveryCodeNote.Key] is string text ? text.Split('\n') : [];
        return Codes.Count == 0 ? LocalRedirect("/account/security") : Page();
    }
}

internal static class RecoveryCodeNote
{
    public const string Key = "recovery-codes";

    /// <summary>On to the page that shows them, or back to the overview when there are no new ones.</summary>
    public static LocalRedirectResult ShowCodes(this PageModel page, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0) return page.LocalRedirect("/account/security");
        page.TempData[Key] = string.Join('\n', codes);
        return page.LocalRedirect("/account/security/codes");
    }
}
