using Marketplace.Web.Shared.Components;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Marketplace.Web.Shared.Layouts;

/// <summary>What just happened, told once on the page after a redirect.</summary>
public static class Flash
{
    public const string Cookie = "flash";

    private const string Key = "flash";

    public static void Say(this PageModel page, string text, Tone tone = Tone.Good) =>
        page.TempData[Key] = $"{(int)tone}|{text}";

    /// <summary>Touches the store only when there is a cookie: reading it would set one, and no cache keeps such a page.</summary>
    public static (Tone Tone, string Text)? Take(HttpContext http, ITempDataDictionary data) =>
        http.Request.Cookies.ContainsKey(Cookie) && data[Key] is string text ? ((Tone)(text[0] - '0'), text[2..]) : null;
}
