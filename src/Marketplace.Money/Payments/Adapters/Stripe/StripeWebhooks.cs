using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stripe;
using WebhookEndpoint = Marketplace.Money.Payments.Contracts.WebhookEndpoint;

namespace Marketplace.Money.Payments.Adapters.Stripe;

/// <summary>
/// Checks signatures and reads ids with nothing but JSON: parsing into Stripe.net's classes would refuse events of
/// another API train, and must never stand in the way of receipt.
/// </summary>
internal sealed class StripeWebhooks(IOptions<StripeOptions> options, TimeProvider clock, ILogger<StripeWebhooks> logger)
    : IWebhookReader
{
    public const int MaximumBytes = 1_000_000;
    private const long ToleranceSeconds = 300;
    private static readonly Error TooLarge = Error.Invalid("webhook.too-large", "A webhook of more than a megabyte is refused.");
    private static readonly Error Signature = Error.Invalid("webhook.signature", "The signature is missing, wrong or too old.");
    private static readonly Error Unreadable = Error.Invalid("webhook.unreadable", "This is not an event.");
    private static readonly Error WrongPlace = Error.Invalid("webhook.wrong-place", "This event belongs to another endpoint.");

    public Result<InboundEvent> Read(WebhookEndpoint endpoint, string raw, string? signature)
    {
        if (Encoding.UTF8.GetByteCount(raw) > MaximumBytes) return TooLarge;
        if (!IsGenuine(endpoint, raw, signature)) return Signature;
        try
        {
            using var json = JsonDocument.Parse(raw);
            if (Parse(json.RootElement) is not ({ } found, var live)) return Unreadable;
            if (live == options.Value.IsLive && (found.Account.Length > 0) == (endpoint == WebhookEndpoint.Connect)) return found;
            logger.LogError(
                "Event {EventId} ({Type}, live {Live}, account {Account}) does not belong to endpoint {Endpoint}.",
                found.Id, found.Type, live, found.Account, endpoint);
            return WrongPlace;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private bool IsGenuine(WebhookEndpoint endpoint, string raw, string? signature)
    {
        // A missing header would make the library fail with a null reference.
        if (string.IsNullOrWhiteSpace(signature)) return false;
        var secrets = endpoint == WebhookEndpoint.Connect
            ? options.Value.ConnectWebhookSecret : options.Value.PlatformWebhookSecret;
        return secrets.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Any(secret => Matches(raw, signature, secret));
    }

    private bool Matches(string raw, string signature, string secret)
    {
        try
        {
            EventUtility.ValidateSignature(raw, signature, secret, ToleranceSeconds, clock.GetUtcNow().ToUnixTimeSeconds());
            return true;
        }
        catch (StripeException)
        {
            return false;
        }
    }

    internal static (InboundEvent? Found, bool Live) Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "id") is not { } id || Text(root, "type") is not { } type)
            return default;
        var live = root.TryGetProperty("livemode", out var mode) && mode.ValueKind == JsonValueKind.True;
        var thing = Child(Child(root, "data"), "object");
        // Events of the second API generation are thin: they name their object and say nothing of it.
        var objectId = Text(thing, "id") ?? Text(Child(root, "related_object"), "id") ?? "";
        var metadata = Child(thing, "metadata");
        var state = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thing?.GetRawText() ?? id)));
        return (new InboundEvent(
            id, Text(root, "account") ?? Text(root, "context") ?? "", type, objectId, state,
            Text(root, "api_version") ?? "",
            Text(metadata, "order_id") ?? Text(thing, "client_reference_id") ?? Text(thing, "transfer_group"),
            Text(metadata, "refund_id")), live);
    }

    private static JsonElement? Child(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } p && p.TryGetProperty(name, out var child)
            && child.ValueKind == JsonValueKind.Object ? child : null;

    private static string? Text(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } p && p.TryGetProperty(name, out var child)
            && child.ValueKind == JsonValueKind.String ? child.GetString() : null;
}
