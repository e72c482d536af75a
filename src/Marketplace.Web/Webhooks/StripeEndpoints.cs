using System.Text;
using Marketplace.Money.Payments;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Web.Shared.Errors;
using Marketplace.Web.Shared.Http;
using Mediator;

namespace Marketplace.Web.Webhooks;

/// <summary>Where Stripe's events arrive: read raw, since the signature is over the bytes; stored, and that is all.</summary>
internal static class StripeEndpoints
{
    private const int MaximumBytes = 1_000_000;

    public static void MapStripeWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/webhooks/stripe/platform", (HttpContext http, ISender sender) =>
            ReceiveAsync(http, sender, WebhookEndpoint.Platform)).WithMetadata(new ForMachines());
        routes.MapPost("/webhooks/stripe/connect", (HttpContext http, ISender sender) =>
            ReceiveAsync(http, sender, WebhookEndpoint.Connect)).WithMetadata(new ForMachines());
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, ISender sender, WebhookEndpoint endpoint)
    {
        if (http.Request.ContentLength > MaximumBytes) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var raw = await ReadAsync(http.Request.Body, http.RequestAborted);
        if (raw is null) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var signature = http.Request.Headers["Stripe-Signature"].ToString();
        var received = await sender.Send(new ReceiveStripeEvent(endpoint, raw, signature), http.RequestAborted);
        return received.Ok ? Results.Ok() : Outcomes.Problem(received.Error);
    }

    /// <summary>Null when there is more than anybody needs: a body without a length is counted while it comes.</summary>
    private static async Task<string?> ReadAsync(Stream body, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > MaximumBytes) return null;
            kept.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
