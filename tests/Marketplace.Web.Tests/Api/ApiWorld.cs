using System.Text.Json.Nodes;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Keys;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Api;

/// <summary>The test market with keys of its shops, and the document that it serves.</summary>
public sealed class ApiWorld : IAsyncLifetime
{
    public TestMarket Market { get; } = new();

    internal JsonObject Document { get; private set; } = null!;

    internal SchemaCheck Schemas { get; private set; } = null!;

    /// <summary>May do everything in the pottery.</summary>
    internal string Key { get; private set; } = "";

    /// <summary>May do everything in the console that a key can; shown in place of the pottery's there.</summary>
    internal string StaffKey { get; private set; } = "";

    /// <summary>May do everything in the kiln.</summary>
    internal string OtherKey { get; private set; } = "";

    /// <summary>The token of a cart that every client has.</summary>
    internal string? Cart { get; private set; }

    internal IReadOnlyList<ApiCall> Calls { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Market.InitializeAsync();
        Key = (await MakeAsync(TestMarket.Vera, TestMarket.Pottery, [.. ApiScopes.All])).Token;
        OtherKey = (await MakeAsync(TestMarket.Karl, TestMarket.Kiln, [.. ApiScopes.All])).Token;
        StaffKey = (await MakeForStaffAsync([.. StaffScopes.All])).Token;
        using var anybody = Client(null);
        Cart = (string)(await anybody.SendAsync("POST", "/cart", null)).Json()!["token"]!;
        var answer = await anybody.GetAsync("/openapi.json");
        Assert.True(answer.Code == 200, answer.Said);
        Document = answer.Json()!.AsObject();
        Schemas = new SchemaCheck(Document);
        Calls =
        [
            .. from path in Document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               let call = new ApiCall(path.Key, operation.Key, operation.Value!.AsObject(), Market)
               orderby call.Turn
               select call,
        ];
    }

    public ValueTask DisposeAsync() => Market.DisposeAsync();

    internal ApiClient Client(string? key) => new(Market.Site, key, Cart, key is not null && key == Key ? StaffKey : null);

    internal async Task<NewApiKey> MakeAsync(string who, string shop, string[] scopes, DateOnly? lastDay = null) =>
        (await Market.Site.SendAsync(await Market.CallerAsync(who, shop), new CreateApiKey("Till", scopes, lastDay))).Required();

    internal async Task<NewApiKey> MakeForStaffAsync(string[] scopes) => (await Market.Site.SendAsync(
        await Market.CallerAsync(TestMarket.Ada), new CreateStaffKey("Script", scopes))).Required();

    /// <summary>What the document does not say of this answer.</summary>
    internal IEnumerable<string> Undocumented(ApiCall call, Answer answer, string what)
    {
        var said = call.Operation["responses"]![$"{answer.Code}"];
        var name = $"{call.Id}, {what}: {answer.Code}";
        if (said is null) return [$"{name} is not in the document: {answer.Body} {answer.Said}"];
        if (answer.Code >= 500) return [$"{name}: {answer.Said}"];
        if (said["content"]?.AsObject() is not { } content) return answer.Body == "" ? [] : [$"{name} has a body"];
        var type = answer.Headers.GetValueOrDefault("Content-Type")?.Split(';')[0] ?? "";
        return content[type]?["schema"] is { } schema
            ? Schemas.Problems(answer.Json(), schema).Select(p => $"{name}: {p}") : [$"{name} is {type}"];
    }
}
