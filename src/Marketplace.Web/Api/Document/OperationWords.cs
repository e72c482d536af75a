using Marketplace.Web.Api.Http;
using Marketplace.Web.Shared.Http;

namespace Marketplace.Web.Api.Document;

/// <summary>Words in which an endpoint describes itself, so that route and reference stand in one place.</summary>
internal static class OperationWords
{
    /// <param name="scope">Null: open to everybody.</param>
    public static ApiRoute Describe(
        this RouteHandlerBuilder route, string id, string tag, string summary, string? scope, string description = "")
    {
        var described = new ApiRoute(route.WithName(id).WithTags(tag).WithSummary(summary).WithDescription(description), scope)
            .Refuses(400, "api.unknown-parameter", "There is no parameter 'colour' here. Leave it out or correct its name.")
            .Refuses(401, "api.wrong-key", "This key does not work: it is unknown, was revoked, or has come to its end.")
            .Refuses(429, "api.too-many", "That was too much at once. Wait as long as Retry-After says.")
            .Refuses(500, "api.failed", "This went wrong on our side. It has been noted; try again later.");
        if (scope is null) return described;
        return described
            .Refuses(401, "api.no-key", "Send a key of your shop: Authorization: Bearer mk_live_… You make one in your shop's settings.")
            .Refuses(403, "access.missing-scope", $"This key may not do that: it lacks '{scope}'. Make one that has it.")
            // A shop's key among the console's operations, and the other way round.
            .Refuses(404, "access.not-found", "There is nothing here.");
    }
}

/// <summary>An endpoint and what the reference says of it.</summary>
internal sealed class ApiRoute
{
    private readonly RouteHandlerBuilder _route;
    private readonly ApiOperation _operation;

    public ApiRoute(RouteHandlerBuilder route, string? scope)
    {
        (_route, _operation) = (route, new ApiOperation { Scope = scope });
        route.WithMetadata(_operation, new ForMachines());
    }

    public ApiRoute With(params ReadOnlySpan<ApiParameter> parameters)
    {
        _operation.Parameters.AddRange(parameters);
        return this;
    }

    public ApiRoute At(string name, string description, string example) =>
        With(new ApiParameter(name, description, example) { In = "path" });

    /// <summary>Works on one cart; who holds its token may.</summary>
    public ApiRoute OnCart()
    {
        _operation.NeedsCart = true;
        return Refuses(401, "api.no-cart", "Send the token of a cart: Cart-Token: ct_… You get one from POST /cart; it holds for 90 days.");
    }

    /// <summary>A write: may be sent twice with one meaning.</summary>
    public ApiRoute Once() => With(ApiParameter.Idempotency)
        .Refuses(409, "idempotency.other-body", "This idempotency key was used for another request. Take a new key.");

    public ApiRoute Takes<T>(T example) where T : class
    {
        _operation.BodyExample = example;
        _route.Accepts<T>("application/json");
        return Refuses(400, "api.unknown-member", "There is no member 'colour' here. Leave it out or correct its name.")
            .Refuses(400, "api.missing-member", "The member 'name' is missing.")
            .Refuses(400, "api.wrong-value", "The value of 'name' is not what the reference says.")
            .Refuses(413, "api.too-large", "The body is larger than 256 KB. Send it in parts.")
            .Refuses(415, "api.media-type", "Send JSON, and say so: Content-Type: application/json.");
    }

    public ApiRoute Gives<T>(int status, string description, T example, params ReadOnlySpan<(string Name, string Text)> headers)
    {
        _operation.Answer = (status, description, example);
        foreach (var (name, text) in headers) _operation.Headers[name] = text;
        _route.Produces<T>(status, "application/json");
        return this;
    }

    public ApiRoute GivesNothing(string description)
    {
        _operation.Answer = (204, description, null);
        _route.Produces(204);
        return this;
    }

    public ApiRoute Refuses(int status, string code, string title)
    {
        if (_operation.Refusals.All(r => r.Status != status))
            _route.Produces<Problem>(status, ApiRefusal.MediaType);
        _operation.Refusals.Add(new ApiRefusalCase(status, code, title));
        return this;
    }
}
