using Marketplace.Web.Tests.Architecture;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Api;

public sealed class ApiDocumentTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    [Fact]
    public async Task Every_route_of_the_api_is_in_the_document_and_the_other_way_round()
    {
        var routes = (await SiteRoute.AllAsync(world.Market.Site))
            .Where(r => r.Pattern.StartsWith("/api/v1/", StringComparison.Ordinal) && r.Pattern != "/api/v1/openapi.json")
            .Select(r => $"{r.Method} {r.Pattern}").Order().ToList();
        var described = world.Document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {p.Key}"));

        Assert.True(routes.Count >= 19, $"Only {routes.Count} routes.");
        Assert.Equal(routes, described.Order());
        Assert.StartsWith("3.1", (string)world.Document["openapi"]!);
    }

    [Fact]
    public void Every_shape_is_closed_and_no_answer_stands_for_all_others()
    {
        var open = world.Document["components"]!["schemas"]!.AsObject()
            .Where(s => s.Value!["properties"] is not null && s.Value["additionalProperties"]?.ToJsonString() != "false").Select(s => s.Key);
        var catchAll = world.Calls.SelectMany(c => c.Operation["responses"]!.AsObject()
            .Where(r => !r.Key.All(char.IsAsciiDigit)).Select(r => $"{c.Id}: {r.Key}"));

        Nothing.In(open.Concat(catchAll));
    }

    [Fact]
    public void Every_body_and_every_answer_has_an_example_that_fits_its_shape()
    {
        var found = new List<string>();
        foreach (var call in world.Calls)
        {
            if (call.BodySchema is { } schema)
                found.AddRange(world.Schemas.Problems(call.Operation["requestBody"]!["content"]!["application/json"]!["example"], schema)
                    .Select(p => $"{call.Id}, body: {p}"));
            foreach (var (status, response) in call.Operation["responses"]!.AsObject())
            {
                if (response!["content"] is null && status == "204") continue;
                foreach (var (type, content) in response["content"]!.AsObject())
                {
                    var examples = content!["example"] is { } one ? [one]
                        : content["examples"]?.AsObject().Select(e => e.Value!["value"]!).ToList() ?? [];
                    if (examples.Count == 0) found.Add($"{call.Id}, {status} {type} has no example");
                    found.AddRange(examples.SelectMany(e => world.Schemas.Problems(e, content["schema"]!)).Select(p => $"{call.Id}, {status}: {p}"));
                }
            }
        }

        Nothing.In(found);
    }

    [Fact]
    public void Every_code_that_the_document_names_is_one_of_the_products()
    {
        var known = ErrorCodes.Used().Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var named = world.Calls.SelectMany(c => c.Operation["responses"]!.AsObject())
            .SelectMany(r => r.Value!["content"]?["application/problem+json"]?["examples"]?.AsObject().Select(e => e.Key) ?? []);

        Nothing.In(named.Distinct().Where(n => !known.Contains(n)));
    }

    [Fact]
    public async Task The_reference_shows_every_operation_without_a_foreign_script()
    {
        using var anybody = world.Market.As(null);

        var page = await anybody.GetAsync("/api");

        Assert.True(page.Code == 200, page.Said);
        Nothing.In(world.Calls.Select(c => c.Id).Where(id => page.Page.GetElementById(id) is null));
        Assert.All(page.Page.QuerySelectorAll("script[src], link[href]"), e =>
            Assert.StartsWith("/", e.GetAttribute("src") ?? new Uri(e.GetAttribute("href")!, UriKind.RelativeOrAbsolute) switch
            {
                { IsAbsoluteUri: true } own when own.Host == WebSite.Host => own.AbsolutePath,
                var other => other.ToString(),
            }));
    }
}
