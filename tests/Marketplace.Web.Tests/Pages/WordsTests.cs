using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Tests.Isolation;
using Marketplace.Web.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.Pages;

/// <summary>
/// In the pseudo-locale every word that comes from a resource is accented and in brackets: what still looks plain is
/// data, a number, a date, or a word that nobody can translate.
/// </summary>
public sealed partial class WordsTests(TestMarket market) : IClassFixture<TestMarket>
{
    /// <summary>Said the same in every language, or chosen by the operator; the market's own codes and country too.</summary>
    private static readonly string[] Names =
    [
        "lanes", "many", "shops", "one", "basket", "US", "USD", "EUR", "GBP", "JPY",
        "Deutschland", "Germany", "Stripe", "CSV", "PDF", "SKU", "GTIN", "IBAN",
        "BIC", "PayPal", "Lucene", "km", "ml", "pages", "collections",
    ];

    [Fact]
    public async Task Every_word_of_every_page_comes_from_a_resource()
    {
        var data = await DataAsync();
        var found = new List<string>();
        foreach (var route in await SiteRoute.AllAsync(market.Site))
        {
            if (route is not { Method: "GET", IsPage: true } || RouteCases.OwnerOf(route) is not { } owner || route.Pattern == "/design") continue;
            if (route.Parameters.Any(p => RouteCases.Value(market, route, p, TestMarket.Pottery) is null)) continue;
            using var visitor = market.As(owner == RouteOwner.Public ? null : RouteCases.NameOf(owner));
            var path = route.Path(p => RouteCases.Value(market, route, p, TestMarket.Pottery)!);
            var answer = await visitor.GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}culture={PseudoWords.Locale}");
            if (!answer.IsHtml || answer.Code != 200) continue;
            found.AddRange(Plain(answer.Page, data).Select(text => $"{route.Pattern}: {text}"));
        }

        Nothing.In(found.Distinct());
    }

    private static IEnumerable<string> Plain(IDocument page, string data)
    {
        var texts = page.Body!.Descendants<IText>()
            .Where(t => t.ParentElement is not ({ LocalName: "script" or "style" or "option" or "code" or "template" }))
            .Where(t => t.ParentElement!.Closest("[translate=no]") is null).Select(t => t.Text)
            .Concat(page.All.SelectMany(e => ((string[])["aria-label", "placeholder", "alt", "title"])
                .Select(e.GetAttribute).OfType<string>()));
        foreach (var text in texts.Select(t => Spaces().Replace(t, " ").Trim()).Where(t => t.Length > 1))
        {
            var rest = text;
            while (Bracketed().IsMatch(rest)) rest = Bracketed().Replace(rest, " ").Trim();
            if (!Word().IsMatch(rest) || Date().IsMatch(rest) || data.Contains(rest, StringComparison.OrdinalIgnoreCase)) continue;
            if (Word().Matches(rest).All(w => data.Contains(w.Value, StringComparison.OrdinalIgnoreCase)
                || Names.Contains(w.Value, StringComparer.OrdinalIgnoreCase))) continue;
            yield return rest;
        }
    }

    /// <summary>Every text in the database: names, titles, addresses, what people wrote.</summary>
    private Task<string> DataAsync() => market.Site.WithPlatformAsync(async db =>
    {
        var all = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (reader.GetValue(i) is string text) all.Add(text);
        }

        return string.Join('\n', all);
    });

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>A text from a resource, with what was put into its holes.</summary>
    [GeneratedRegex(@"\[[^\[\]]*·+\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[A-Za-z]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(\w+day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)?\W*\d{0,2}\W*(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\W*\d*.{0,20}$|^[A-Z]{3}\W*[\d.,]+$|^[\d.,]+\W*[A-Z]{3}$")]
    private static partial Regex Date();
}
