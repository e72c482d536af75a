using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marketplace.StripeSimulator.Http;

/// <summary>One operation: what it may be given, what it must be given, what it does.</summary>
internal sealed record Operation(
    Type? Options, IReadOnlyList<string> Required, Func<ApiCall, JsonObject> Handle);

/// <summary>The table of routes that the resources fill.</summary>
internal sealed class ApiRoutes(IEndpointRouteBuilder endpoints, ApiDispatcher dispatcher)
{
    public void Get<TOptions>(string path, Func<ApiCall, JsonObject> handle) => Get(path, typeof(TOptions), handle);

    public void Get(string path, Func<ApiCall, JsonObject> handle) => Get(path, null, handle);

    public void Post<TOptions>(string path, string[] required, Func<ApiCall, JsonObject> handle) =>
        Post(path, new Operation(typeof(TOptions), required, handle));

    public void Post(string path, Func<ApiCall, JsonObject> handle) => Post(path, new Operation(null, [], handle));

    public void Delete(string path, Func<ApiCall, JsonObject> handle)
    {
        var operation = new Operation(null, [], handle);
        endpoints.MapDelete(path, (HttpContext context) => dispatcher.RunAsync(context, operation));
    }

    private void Get(string path, Type? options, Func<ApiCall, JsonObject> handle)
    {
        var operation = new Operation(options, [], handle);
        endpoints.MapGet(path, (HttpContext context) => dispatcher.RunAsync(context, operation));
    }

    private void Post(string path, Operation operation) =>
        endpoints.MapPost(path, (HttpContext context) => dispatcher.RunAsync(context, operation));
}
