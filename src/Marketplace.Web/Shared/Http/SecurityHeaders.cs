namespace Marketplace.Web.Shared.Http;

/// <summary>
/// Headers that every answer carries. Scripts and styles come from files of this host only; forms may also go on to
/// the platform's own host and, with real keys, to the payment page.
/// </summary>
public static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, string formTargets = "")
    {
        var policy = string.Join("; ",
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
            "connect-src 'self'", "media-src 'self'", "manifest-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
            $"form-action 'self' {formTargets}".TrimEnd());
        return app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-site";
            return next(http);
        });
    }
}
