using System.Net;
using Marketplace.Money.Payments.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stripe;

namespace Marketplace.Money.Payments.Adapters.Stripe;

/// <summary>
/// The one client, and the one place where Stripe's failures are told apart: refused (nothing happened), or unknown.
/// Stripe.net itself repeats 409, 5xx and broken connections under the same key, but never 429.
/// </summary>
internal sealed class StripeConnection : IDisposable
{
    private const int RateLimitTries = 4;
    private const int NetworkRetries = 2;

    /// <summary>Refusals that time or the seller can mend; after any other one a person must look.</summary>
    private static readonly HashSet<string> MayPass =
    [
        "balance_insufficient", "insufficient_funds", "insufficient_capabilities_for_transfer", "rate_limit",
        "lock_timeout", "account_invalid", "payouts_not_allowed", "transfers_not_allowed",
    ];

    private readonly HttpClient _http;
    private readonly Lazy<StripeClient> _client;
    private readonly ILogger<StripeConnection> _logger;

    public StripeConnection(IOptions<StripeOptions> options, ILogger<StripeConnection> logger)
    {
        _logger = logger;
        _http = new HttpClient();
        _client = new Lazy<StripeClient>(() => Connect(options.Value));
    }

    public V1Services V1 => _client.Value.V1;

    public void Dispose() => _http.Dispose();

    /// <summary>A call that changes something.</summary>
    public async Task<GatewayAnswer<T>> WriteAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return new GatewayAnswer<T>(await RetryAsync(call, cancellation), null);
        }
        catch (StripeException exception) when (IsAnswer(exception))
        {
            return new GatewayAnswer<T>(default, Refusal(exception));
        }
        catch (Exception exception) when (IsUnknown(exception, cancellation))
        {
            throw Unknown(exception);
        }
    }

    /// <summary>A call that only reads; null when Stripe has no such thing.</summary>
    public static async Task<T?> ReadAsync<T>(Func<Task<T>> call, CancellationToken cancellation) where T : class
    {
        try
        {
            return await RetryAsync(call, cancellation);
        }
        catch (StripeException exception) when (exception.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception exception) when (exception is StripeException || IsUnknown(exception, cancellation))
        {
            throw Unknown(exception);
        }
    }

    private StripeClient Connect(StripeOptions options)
    {
        _http.Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        var address = options.ApiBase.Length > 0 ? options.ApiBase.TrimEnd('/') : null;
        return new StripeClient(new StripeClientOptions
        {
            ApiKey = options.SecretKey, ApiBase = address, FilesBase = address, ConnectBase = address,
            // Telemetry writes to the home folder, and tells a third party how long our calls take.
            HttpClient = new SystemNetHttpClient(_http, NetworkRetries, appInfo: null, enableTelemetry: false),
        });
    }

    private static async Task<T> RetryAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (StripeException exception)
                when (exception.HttpStatusCode == HttpStatusCode.TooManyRequests && attempt < RateLimitTries)
            {
                var milliseconds = (250 << attempt) + Random.Shared.Next(250);
                await Task.Delay(milliseconds, cancellation);
            }
        }
    }

    private GatewayRefusal Refusal(StripeException exception)
    {
        var status = exception.HttpStatusCode;
        var code = exception.StripeError?.Code ?? exception.StripeError?.Type ?? "refused";
        if (exception.StripeError?.Type == "idempotency_error")
            _logger.LogError("Stripe: one key with two meanings: {Message}", exception.Message);
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            _logger.LogError("Stripe refuses the key of this platform ({Status}).", (int)status);
            return new GatewayRefusal("key-refused", "Stripe does not accept this platform's key.", MayPassLater: true);
        }

        return new GatewayRefusal(
            code, exception.Message, status == HttpStatusCode.TooManyRequests || MayPass.Contains(code));
    }

    /// <summary>4xx but 409: Stripe has decided. 409 means that the first call under the key still runs.</summary>
    private static bool IsAnswer(StripeException exception) =>
        (int)exception.HttpStatusCode is >= 400 and < 500 && exception.HttpStatusCode != HttpStatusCode.Conflict;

    private static bool IsUnknown(Exception exception, CancellationToken cancellation) =>
        exception is StripeException or HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellation.IsCancellationRequested);

    private static GatewayUnknownException Unknown(Exception exception) => new(
        $"Stripe gave no certain answer: {exception.Message}",
        exception is StripeException { HttpStatusCode: HttpStatusCode.InternalServerError }, exception);
}
