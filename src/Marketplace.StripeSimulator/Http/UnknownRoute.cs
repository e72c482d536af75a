using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marketplace.StripeSimulator.Http;

/// <summary>What Stripe says to a path it does not know; here also: to what the simulator does not simulate.</summary>
internal static class UnknownRoute
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapFallback(async context =>
    {
        var error = new ApiError(
            404,
            "invalid_request_error",
            $"Unrecognized request URL ({context.Request.Method}: {context.Request.Path}). "
            + "The simulator does not know it.");
        context.Response.StatusCode = 404;
        context.Response.ContentType = "application/json";
        var body = error.ToBody("req_unknown").ToJsonString();
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    });
}
