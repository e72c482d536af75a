using System.Text;
using System.Text.Json.Nodes;
using Marketplace.StripeSimulator.State;
using Microsoft.AspNetCore.Http;

namespace Marketplace.StripeSimulator.Http;

internal sealed record ApiReply(int Status, string Body)
{
    public bool Replayed { get; init; }
    public string? OriginalRequest { get; init; }

    /// <summary>Stripe answers a 429 or a 409 with the hint whether a retry makes sense.</summary>
    public bool? ShouldRetry { get; init; }

    public static ApiReply Of(JsonObject body) => new(200, body.ToJsonString());

    public static ApiReply Of(ApiError error, string requestId) =>
        new(error.Status, error.ToBody(requestId).ToJsonString());

    public async Task WriteAsync(HttpContext context, ApiRequest request)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.Headers["Request-Id"] = request.RequestId;
        response.Headers["Stripe-Version"] = Stripe.StripeConfiguration.ApiVersion;
        if (request.IdempotencyKey is not null) response.Headers["Idempotency-Key"] = request.IdempotencyKey;
        if (Replayed) response.Headers["Idempotent-Replayed"] = "true";
        if (OriginalRequest is not null) response.Headers["Original-Request"] = OriginalRequest;
        if (ShouldRetry is not null) response.Headers["Stripe-Should-Retry"] = ShouldRetry.Value ? "true" : "false";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(Body), context.RequestAborted);
    }
}
