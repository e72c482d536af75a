using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;
using Microsoft.AspNetCore.Http;

namespace Marketplace.StripeSimulator.Http;

/// <summary>What arrived, before anything is judged.</summary>
internal sealed record ApiRequest(
    string Method, string Path, JsonObject Raw, string Account, string? IdempotencyKey, string RequestId)
{
    private const int MaxBodyBytes = 1024 * 1024;

    /// <summary>Same key, same fingerprint: a repeat. Same key, other fingerprint: an error of the caller.</summary>
    public string Fingerprint => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Method} {Path} {Raw.ToJsonString()}")));

    public static async Task<ApiRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var raw = FormTree.Parse(request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
        if (HttpMethods.IsPost(request.Method)) await AddBodyAsync(request, raw);
        var key = request.Headers["Idempotency-Key"].ToString();
        return new ApiRequest(
            request.Method,
            request.Path.Value!,
            raw,
            AccountOf(request),
            HttpMethods.IsPost(request.Method) && key.Length > 0 ? key : null,
            Ids.New("req", 14));
    }

    private static string AccountOf(HttpRequest request)
    {
        var account = request.Headers["Stripe-Account"].ToString();
        return account.Length > 0 ? account : request.Headers["Stripe-Context"].ToString();
    }

    private static async Task AddBodyAsync(HttpRequest request, JsonObject raw)
    {
        if (request.ContentLength > MaxBodyBytes) throw ApiError.Invalid("The request body is too large.");
        if (request.HasJsonContentType())
        {
            var body = await JsonNode.ParseAsync(request.Body);
            foreach (var (name, value) in body as JsonObject ?? []) raw[name] = value?.DeepClone();
        }
        else if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            var pairs = form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()));
            foreach (var (name, value) in FormTree.Parse(pairs)) raw[name] = value?.DeepClone();
            foreach (var file in form.Files) raw[file.Name] = $"{file.FileName} ({file.Length})";
        }
    }
}
