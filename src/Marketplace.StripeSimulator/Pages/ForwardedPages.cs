using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marketplace.StripeSimulator.Pages;

/// <summary>
/// Shows the simulator's pages under a shop's own address, for a demo that has one port. Only pages: neither the
/// API nor the control of the simulator is reachable this way. Set <see cref="SimulatorOptions.PublicBaseUrl"/> to
/// the shop's address plus the prefix.
/// </summary>
public static class ForwardedPages
{
    private static readonly string[] Folders = ["c", "setup", "express", "assets"];

    private static readonly string[] PassedOn =
        ["Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cache-Control", "Location"];

    // Lives as long as the process. Redirects are the browser's business.
    private static readonly HttpClient Client = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <param name="prefix">Such as `/stripe-simulator`.</param>
    /// <param name="simulatorUrl">Asked at each request, since the port may be known only later.</param>
    public static void MapStripeSimulatorPages(
        this IEndpointRouteBuilder endpoints, string prefix, Func<string> simulatorUrl)
    {
        foreach (var folder in Folders)
        {
            endpoints.MapMethods(
                $"{prefix}/{folder}/{{**rest}}",
                [HttpMethods.Get, HttpMethods.Post],
                (HttpContext context, string rest) => ForwardAsync(context, $"{simulatorUrl()}/{folder}/{rest}"))
                .DisableAntiforgery();
        }
    }

    private static async Task ForwardAsync(HttpContext context, string url)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), url);
        if (HttpMethods.IsPost(context.Request.Method))
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        using var answer = await Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var name in PassedOn)
        {
            if (answer.Headers.TryGetValues(name, out var values))
            {
                context.Response.Headers[name] = string.Join(", ", values);
            }
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
