using Marketplace.Web.Shared.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Marketplace.Web.Shared.Http;

/// <summary>
/// A form or a query that cannot be read (a null character, which PostgreSQL stores nowhere; too many fields) is the
/// sender's mistake: 400 instead of a failure. The page that tells so must not try to read it again.
/// </summary>
internal sealed class FormGuard(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HasNull(http.Request.Query) && (!IsForm(http.Request) || await CanReadAsync(http)))
        {
            await next(http);
            return;
        }

        http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    /// <summary>Uploads are read by their endpoint, under its own limits; what is forwarded must stay unread.</summary>
    private static bool IsForm(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && !request.Path.StartsWithSegments(StripeInProcess.Path)
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<bool> CanReadAsync(HttpContext http)
    {
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return !HasNull(form);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool HasNull(IEnumerable<KeyValuePair<string, StringValues>> fields) => fields.Any(field =>
        field.Key.Contains('\0') || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true));
}
