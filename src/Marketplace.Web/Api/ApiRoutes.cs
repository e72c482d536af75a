using System.Text.Json;
using System.Text.Json.Serialization;
using Marketplace.Web.Api.Admin;
using Marketplace.Web.Api.Buying;
using Marketplace.Web.Api.Document;
using Marketplace.Web.Api.Http;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Tenancy;

namespace Marketplace.Web.Api;

/// <summary>A page of a list.</summary>
/// <param name="Next">Send it as "cursor" to read on; null at the end.</param>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>An amount in minor units.</summary>
internal sealed record Price(string CurrencyCode, long PriceMinor);

/// <summary>The REST API: every resource under one address and one set of rules.</summary>
internal static class ApiRoutes
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        // Bodies are exactly what the reference says; anything else is refused by name.
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.AllowDuplicateProperties = false;
            json.PropertyNameCaseInsensitive = false;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.MaxDepth = 16;
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        services.AddOpenApi(ApiDocument.Name, options =>
            options.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any());
        services.AddSingleton<ApiDocument>();
        services.AddSingleton<ApiLimits>();
        services.AddSingleton<CartTokens>();
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(ApiAccess.Path);
        api.MapGet("/openapi.json", async (HttpContext http, ApiDocument document) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Text((await document.GetAsync(http.RequestAborted)).ToJsonString(), "application/json");
        }).ExcludeFromDescription().WithMetadata(new ForMachines());
        ListingsApi.Map(api);
        PricesApi.Map(api);
        StockApi.Map(api);
        OrdersApi.Map(api);
        MoneyApi.Map(api);
        SearchApi.Map(api);
        ProductsApi.Map(api);
        CartApi.Map(api);
        CheckoutApi.Map(api);
        SellersApi.Map(api);
        CommissionsApi.Map(api);
    }
}
