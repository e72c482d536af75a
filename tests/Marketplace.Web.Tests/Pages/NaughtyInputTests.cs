using Marketplace.Web.Tests.Isolation;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Pages;

/// <summary>
/// Every form of every page that a rule of <see cref="RouteCases"/> can open, its typed fields filled with every naughty
/// string: the answer is a page, a redirect or a clear refusal, and never the host's own failure.
/// </summary>
public sealed class NaughtyInputTests(TestMarket market) : IClassFixture<TestMarket>
{
    private static readonly string[] MainForms = ["/search", "/checkout", "/shipping", "/settings", "/listings/", "/commissions", "/tax"];

    [Fact]
    public async Task Whatever_is_typed_into_a_form_the_host_does_not_fail()
    {
        var found = new List<string>();
        foreach (var (form, page, who) in await FormsAsync())
        {
            using var visitor = market.As(who);
            var typed = form.Fields.Where(f => f.IsTyped).ToList();
            // Hashing what fits as a password costs a tenth of a second: those forms take every tenth string. All fields
            // are filled at once, each with another string, so that each meets them all.
            var step = typed.Any(f => f.Kind == "password") ? 10 : MainForms.Any(m => page.Contains(m, StringComparison.Ordinal)) ? 1 : 8;
            for (var i = 0; i < NaughtyStrings.All.Count && found.Count < 20; i += step)
            {
                var round = i;
                string Value(FormField field) => field.IsTyped
                    ? NaughtyStrings.All[(round + (typed.IndexOf(field) * 7)) % NaughtyStrings.All.Count]
                    : field.Value;
                var answer = form.Method == "GET"
                    ? await visitor.GetAsync(WithQuery(form.Action, form.Body(Value)))
                    : await visitor.PostAsync(form.Action, form.Body(Value).Select(Sendable));
                if (answer.Code >= 500 || answer.Code is 403 or 405)
                    found.Add($"{page} {form.Action} as {who}: {Show(NaughtyStrings.All[i])}: {answer.Said}");
            }
        }

        Nothing.In(found);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed()
    {
        const string Typed = "what I typed <b>\"&'";
        var found = new List<string>();
        foreach (var (form, page, who) in await FormsAsync())
        {
            var texts = form.Fields.Where(f => f.Kind is "text" or "email" or "tel" or "textarea" && f.Name.Contains('.')).ToList();
            if (form.Method != "POST" || texts.Count == 0) continue;
            using var visitor = market.As(who);
            var answer = await visitor.PostAsync(form.Action, form.Body(f => texts.Contains(f) ? Typed : f.IsTyped ? "" : f.Value));
            if (answer.Code is not (400 or 409 or 422)) continue;
            var again = PageForm.In(answer, page).SelectMany(f => f.Fields).ToLookup(f => f.Name, f => f.Value);
            found.AddRange(texts.Where(t => !again[t.Name].Any(v => v.Contains(Typed, StringComparison.Ordinal)))
                .Select(t => $"{page}: {t.Name} lost what was typed"));
        }

        Nothing.In(found);
    }

    private async Task<IReadOnlyList<(PageForm Form, string Page, string? Who)>> FormsAsync()
    {
        var all = new List<(PageForm, string, string?)>();
        foreach (var route in await SiteRoute.AllAsync(market.Site))
        {
            if (route is not { Method: "GET", IsPage: true } || RouteCases.OwnerOf(route) is not { } owner) continue;
            if (route.Pattern is "/design" || route.Parameters.Any(p => Value(route, p) is null)) continue;
            var who = owner == RouteOwner.Public ? null : RouteCases.NameOf(owner);
            using var visitor = market.As(who);
            var page = route.Path(p => Value(route, p)!);
            all.AddRange(PageForm.In(await visitor.GetAsync(page), page)
                .Where(f => f.Fields.Any(t => t.IsTyped) && f.Action.StartsWith('/')).Select(f => (f, page, who)));
        }

        return [.. all.DistinctBy(a => (a.Item1.Action.Split('?')[0] + a.Item1.Fields.Count, a.Item3))];
    }

    private string? Value(SiteRoute route, string parameter) => RouteCases.Value(market, route, parameter, TestMarket.Pottery);

    private static string WithQuery(string path, IEnumerable<KeyValuePair<string, string>> body) => path.Split('?')[0] + "?"
        + string.Join('&', body.Select(b => $"{Uri.EscapeDataString(b.Key)}={Escape(b.Value[..Math.Min(b.Value.Length, 2000)])}"));

    private static KeyValuePair<string, string> Sendable(KeyValuePair<string, string> field) =>
        KeyValuePair.Create(field.Key, Whole(field.Value));

    private static string Escape(string text) => Uri.EscapeDataString(Whole(text));

    /// <summary>Half a surrogate pair cannot be sent as UTF-8; what a browser sends instead can.</summary>
    private static string Whole(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static string Show(string text) => string.Concat(text.Take(40).Select(c => c is >= ' ' and < '\u007f' ? c.ToString() : $"\\u{(int)c:x4}"));
}
