using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Keys;
using Marketplace.Tests.World;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Api;

/// <summary>
/// Calls every operation of the document with good and with bad input: no answer is outside the document, and none is
/// the host's own failure.
/// </summary>
public sealed class ApiWalkTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private readonly List<string> _found = [];

    [Fact]
    public async Task Every_operation_does_what_its_example_says_and_does_it_once()
    {
        using var client = world.Client(world.Key);
        foreach (var call in world.Calls)
        {
            var good = call.Operation["responses"]!.AsObject().First(r => r.Key[0] == '2').Key;
            (string, string)[] headers = [.. await call.HeadersAsync(client), .. Once(call)];
            var (path, body) = (call.Path(), call.Body());
            var answer = Note(call, await client.SendAsync(call.Method, path, body, headers), "its example");
            if ($"{answer.Code}" != good) _found.Add($"{call.Id}: {answer.Code} {answer.Body}");
            if (!answer.Headers.ContainsKey("RateLimit")) _found.Add($"{call.Id} does not say what is left");
            if (call.HasParameter("Idempotency-Key"))
            {
                var again = Note(call, await client.SendAsync(call.Method, path, body, headers), "the same again");
                if ((again.Code, again.Body) != (answer.Code, answer.Body)) _found.Add($"{call.Id} again: {again.Code} {again.Body}");
            }

            if (call.Method != "GET") continue;
            var narrowed = Note(call, await client.GetAsync(call.Path(withQuery: true)), "all its parameters");
            if (narrowed.Code != 200) _found.Add($"{call.Id} with all parameters: {narrowed.Code} {narrowed.Body}");
        }

        Nothing.In(_found);
    }

    [Fact]
    public async Task A_body_that_is_not_what_the_document_says_is_refused_by_the_name_of_what_is_wrong()
    {
        using var client = world.Client(world.Key);
        var tried = 0;
        foreach (var call in world.Calls.Where(c => c.BodySchema is not null))
        {
            (string, string)[] headers = call.HasParameter("If-Match") ? [("If-Match", "\"1\"")] : [];
            foreach (var spoilt in Spoilt.Of(call.Body()!, call.BodySchema!, world.Schemas))
            {
                tried++;
                var answer = Note(call, await client.SendAsync(call.Method, call.Path(), spoilt.Body, headers), spoilt.What);
                if (answer.Code is < 400 or >= 500) _found.Add($"{call.Id}, {spoilt.What}: {answer.Code} {answer.Body}");
                if (spoilt.Code is { } code && answer.CodeIn() != code) _found.Add($"{call.Id}, {spoilt.What}: {answer.CodeIn()}, not {code}");
                if (spoilt.Code is not null && answer.Json()?["errors"]?[spoilt.Member] is null)
                    _found.Add($"{call.Id}, {spoilt.What}: does not name {spoilt.Member}: {answer.Body}");
            }

            foreach (var (what, text, type, status) in Unreadable())
            {
                var answer = Note(call, await client.SendTextAsync(call.Method, call.Path(), text, type, headers), what);
                if (answer.Code != status) _found.Add($"{call.Id}, {what}: {answer.Code} {answer.Body}");
            }
        }

        Assert.True(tried > 120, $"Only {tried} bodies were spoilt.");
        Nothing.In(_found);
    }

    [Fact]
    public async Task A_parameter_that_is_not_what_the_document_says_is_refused_by_its_name()
    {
        using var client = world.Client(world.Key);
        foreach (var call in world.Calls)
        {
            (string, string)[] headers = call.HasParameter("If-Match") ? [("If-Match", "\"1\"")] : [];
            await RefusedAsync(call, client, call.Path() + "?nonsense=1", headers, "api.unknown-parameter", "nonsense");
            foreach (var parameter in call.Parameters("query"))
            {
                var name = (string)parameter["name"]!;
                foreach (var wrong in (string[])[new string('x', 5000), "-1", "\U0001F600\U0001F600", "' OR 1=1 --"])
                {
                    if (wrong.Length < 100 && name is "q" or "locale" or "category") continue;
                    await RefusedAsync(call, client, $"{call.Path()}?{name}={Uri.EscapeDataString(wrong)}", headers, "api.wrong-value", name);
                }

                await RefusedAsync(call, client, $"{call.Path()}?{name}=1&{name}=2", headers, "api.wrong-value", name);
            }

            if (!call.HasParameter("Idempotency-Key")) continue;
            foreach (var wrong in (string[])[new string('k', 101), "with blank"])
            {
                var answer = Note(call, await client.SendAsync(call.Method, call.Path(), call.Body(), ("Idempotency-Key", wrong)), "a wrong key");
                if (answer.CodeIn() != "api.wrong-value") _found.Add($"{call.Id}, Idempotency-Key {wrong.Length}: {answer.Code}");
            }
        }

        Nothing.In(_found);
    }

    [Fact]
    public async Task Whoever_has_no_key_a_revoked_one_or_one_for_something_else_is_refused()
    {
        var revoked = await world.MakeAsync(TestMarket.Vera, TestMarket.Pottery, [.. ApiScopes.All]);
        (await world.Market.Site.SendAsync(
            await world.Market.CallerAsync(TestMarket.Vera, TestMarket.Pottery), new RevokeApiKey(revoked.Id))).Done();
        foreach (var call in world.Calls)
        {
            (string, string)[] headers = call.HasParameter("If-Match") ? [("If-Match", "\"1\"")] : [];
            async Task ExpectAsync(string? key, int status, string code, string what)
            {
                using var client = world.Client(key);
                var answer = Note(call, await client.SendAsync(call.Method, call.Path(), call.Body(), headers), what);
                if ((answer.Code, answer.CodeIn()) != (status, code)) _found.Add($"{call.Id}, {what}: {answer.Code} {answer.Body}");
                if (!answer.Headers.ContainsKey("WWW-Authenticate")) _found.Add($"{call.Id}, {what}: no WWW-Authenticate");
            }

            await ExpectAsync(revoked.Token, 401, "api.wrong-key", "a revoked key");
            await ExpectAsync("mk_live_nonsense", 401, "api.wrong-key", "no real key");
            if (call.Scope is not { } scope) continue;
            await ExpectAsync(null, 401, "api.no-key", "no key");
            if (StaffScopes.All.Contains(scope))
            {
                var less = await world.MakeForStaffAsync([.. StaffScopes.All.Where(s => s != scope)]);
                await ExpectAsync(less.Token, 403, "access.missing-scope", "all scopes but its own");
                (await world.Market.Site.SendAsync(await world.Market.CallerAsync(TestMarket.Ada), new RevokeStaffKey(less.Id))).Done();
                continue;
            }

            var lesser = await world.MakeAsync(TestMarket.Vera, TestMarket.Pottery, [.. ApiScopes.All.Where(s => s != scope)]);
            await ExpectAsync(lesser.Token, 403, "access.missing-scope", "all scopes but its own");
            (await world.Market.Site.SendAsync(
                await world.Market.CallerAsync(TestMarket.Vera, TestMarket.Pottery), new RevokeApiKey(lesser.Id))).Done();
        }

        Nothing.In(_found);
    }

    private static IEnumerable<(string What, string Text, string Type, int Status)> Unreadable() =>
    [
        ("half a body", "{\"a\":", "application/json", 400), ("nothing", "", "application/json", 400), ("null", "null", "application/json", 400),
        ("a list", "[]", "application/json", 400), ("a null character", "{\"title\":\"\\u0000\"}", "application/json", 400),
        ("half a pair", "{\"title\":\"\\ud800\"}", "application/json", 400), ("a form", "a=b", "application/x-www-form-urlencoded", 415),
        ("plain text", "{}", "text/plain", 415), ("too much", "{\"title\":\"" + new string('x', 300_000) + "\"}", "application/json", 413),
        ("depth", string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200), "application/json", 400),
    ];

    private static (string, string)[] Once(ApiCall call) =>
        call.HasParameter("Idempotency-Key") ? [("Idempotency-Key", "walk-" + call.Id)] : [];

    private Answer Note(ApiCall call, Answer answer, string what)
    {
        _found.AddRange(world.Undocumented(call, answer, what));
        if (answer.Cookies.Count > 0) _found.Add($"{call.Id}, {what}: sets a cookie");
        return answer;
    }

    private async Task RefusedAsync(ApiCall call, ApiClient client, string path, (string, string)[] headers, string code, string name)
    {
        var answer = Note(call, await client.SendAsync(call.Method, path, call.Body(), headers), $"a wrong {name}");
        if (answer.CodeIn() != code || answer.Json()!["errors"]?[name] is null)
            _found.Add($"{call.Id}, {path[..Math.Min(path.Length, 90)]}: {answer.Code} {answer.Body}");
    }
}
