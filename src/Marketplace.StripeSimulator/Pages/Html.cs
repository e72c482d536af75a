using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Marketplace.StripeSimulator.Pages;

/// <summary>
/// The frame of every page a person sees. No script, no inline style; all links are relative, so that the pages
/// work under any prefix of the shop's own address.
/// </summary>
internal static class Html
{
    private static readonly string Css = ReadCss();

    /// <summary>Text that came from anywhere, made harmless.</summary>
    public static string E(string? text) => WebUtility.HtmlEncode(text ?? "");

    public static IResult Page(HttpContext context, PageFrame frame, int status = 200)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; "
            + $"form-action 'self'{Origins(frame.LeadsTo)}";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Content-Type-Options"] = "nosniff";
        headers.CacheControl = "no-store";
        return Results.Content(Document(frame), "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    public static IResult Stylesheet(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Content(Css, "text/css; charset=utf-8");
    }

    /// <summary>A redirect after a form: the next request is a GET.</summary>
    public static IResult SeeOther(HttpContext context, string location)
    {
        context.Response.Headers.Location = location;
        context.Response.Headers.CacheControl = "no-store";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static string Document(PageFrame frame) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="robots" content="noindex">
          <title>{E(frame.Title)} – Stripe simulator</title>
          <link rel="stylesheet" href="{frame.Root}assets/simulator.css">
        </head>
        <body>
          <p class="banner"><strong>Stripe simulator</strong> – no real money. Never type a real card here.</p>
          <main>{frame.Body}</main>
        </body>
        </html>
        """;

    private static string Origins(IEnumerable<string?> urls) => string.Concat(urls
        .Where(url => url is not null)
        .Select(url => " " + new Uri(url!).GetLeftPart(UriPartial.Authority))
        .Distinct());

    private static string ReadCss()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("simulator.css")
            ?? throw new InvalidOperationException("simulator.css is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

internal sealed record PageFrame(string Title, string Root, string Body)
{
    public IReadOnlyList<string?> LeadsTo { get; init; } = [];
}
