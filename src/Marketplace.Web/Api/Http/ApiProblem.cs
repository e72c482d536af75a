using System.Globalization;
using System.Text;
using System.Text.Json;
using Marketplace.Kernel.Results;
using Marketplace.Web.Shared.Resources;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Api.Http;

/// <summary>A refusal as RFC 9457 has it. Programs go by the code, people by the title.</summary>
/// <param name="Errors">Messages by the member or parameter that they are about.</param>
internal sealed record Problem(
    string Type, string Title, int Status, string Code, IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors);

/// <summary>Answers a refusal in the caller's language.</summary>
internal sealed class ApiRefusal(Error error, int? status = null) : IResult
{
    public const string MediaType = "application/problem+json";

    public Task ExecuteAsync(HttpContext http)
    {
        var problem = Of(error, status ?? ApiErrors.StatusOf(error), http.RequestServices.GetRequiredService<IStringLocalizer<Words>>());
        var response = http.Response;
        response.StatusCode = problem.Status;
        response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        if (problem.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = error.Code == ApiErrors.WrongKey.Code
                ? "Bearer realm=\"marketplace\", error=\"invalid_token\"" : "Bearer realm=\"marketplace\"";
        if (problem.Status == StatusCodes.Status403Forbidden)
            response.Headers.WWWAuthenticate = "Bearer realm=\"marketplace\", error=\"insufficient_scope\"";
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return response.WriteAsJsonAsync(problem, options, MediaType, http.RequestAborted);
    }

    public static Problem Of(Error error, int status, IStringLocalizer<Words> words) => new(
        "urn:marketplace:error:" + error.Code, words.Refusal(error.Message), status, error.Code,
        error.Fields?.ToDictionary(
            f => NameOf(f.Key), f => (IReadOnlyList<string>)[.. f.Value.Select(words.Refusal)], StringComparer.Ordinal));

    /// <summary>A message's property as the API names it: <c>Draft.Variants[0].Sku</c> is <c>variants[0].sku</c>.</summary>
    internal static string NameOf(string property)
    {
        if (property.StartsWith("Draft.", StringComparison.Ordinal)) property = property["Draft.".Length..];
        var name = new StringBuilder(property.Length);
        foreach (var part in property.Split('.'))
            name.Append(name.Length == 0 ? "" : ".").Append(JsonNamingPolicy.CamelCase.ConvertName(part));
        return name.ToString();
    }
}
