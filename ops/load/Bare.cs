using System.Text;

namespace Marketplace.Load;

/// <summary>
/// ASP.NET Core with nothing on it: answers a page of a given size, and a form with a redirect. No database, no
/// templates, no sessions; the ratio to it says what the marketplace adds.
/// </summary>
internal static class Bare
{
    public static async Task<int> ServeAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.MapGet("/page/{bytes:int}", (int bytes) => Results.Bytes(Page(bytes), "text/html; charset=utf-8"));
        app.MapPost("/form", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return Results.Redirect($"/page/{form["bytes"]}");
        });
        await app.RunAsync();
        return 0;
    }

    /// <summary>The requests of a purchase (see <see cref="Purchases"/>): seven pages, five forms.</summary>
    public static Func<Random, Task<Outcome>> Purchase(string url, int bytes) => async _ =>
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        for (var i = 0; i < 7; i++) await http.GetStringAsync($"/page/{bytes}");
        for (var i = 0; i < 5; i++)
        {
            using var form = new FormUrlEncodedContent([new("bytes", bytes.ToString()), new("name", "Ada Berg"), new("city", "Delft")]);
            using var answer = await http.PostAsync("/form", form);
        }

        return Outcome.Done;
    };

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Repeat("<p class=\"card\">Hand thrown stoneware, glazed twice.</p>\n", 20_000)));

    private static byte[] Page(int bytes) => Text.AsSpan(0, Math.Clamp(bytes, 1, Text.Length)).ToArray();
}
