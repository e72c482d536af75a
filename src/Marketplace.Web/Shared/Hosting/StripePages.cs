namespace Marketplace.Web.Shared.Hosting;

/// <summary>
/// Shows the simulator's pages under the marketplace's own address; only where the simulator runs in this process.
/// </summary>
internal static class StripePages
{
    public static void MapStripePages(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<StripeInProcess.Address>() is not { } address) return;
        routes.Map(StripeInProcess.Path + "/{**path}", (HttpContext http, string? path, IHttpClientFactory clients) =>
            ForwardAsync(http, new Uri($"{address.Url}/{path}{http.Request.QueryString}"), clients.CreateClient(StripeInProcess.Path)));
    }

    private static async Task ForwardAsync(HttpContext http, Uri target, HttpClient client)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), target);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (name is not ("Transfer-Encoding" or "Date" or "Server")) http.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
