using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Marketplace.Web.Shared.Http;
using Marketplace.Web.Shared.Tenancy;

namespace Marketplace.Web.Api.Http;

/// <summary>
/// So many requests a minute: a key has its own count, whoever comes without one shares that of their address. What is
/// left is said with every answer (draft-ietf-httpapi-ratelimit-headers).
/// </summary>
internal sealed class ApiLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly int _forKeys;
    private readonly int _forAnybody;
    private readonly PartitionedRateLimiter<(string Who, int Limit)> _limiter =
        PartitionedRateLimiter.Create<(string Who, int Limit), string>(one => RateLimitPartition.GetSlidingWindowLimiter(
            one.Who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = one.Limit, Window = Window, SegmentsPerWindow = 6 }));

    public ApiLimits(IConfiguration configuration) => (_forKeys, _forAnybody) = (
        configuration.GetValue("RateLimits:" + RateLimits.Api, 300), configuration.GetValue("RateLimits:" + RateLimits.Search, 120));

    public bool Take(HttpContext http, ApiAccess access)
    {
        var (policy, who, limit) = access.Caller?.KeyId is { } key
            ? ("key", "key:" + key, _forKeys) : ("address", AddressOf(http), _forAnybody);
        using var lease = _limiter.AttemptAcquire((who, limit));
        var left = _limiter.GetStatistics((who, limit))?.CurrentAvailablePermits ?? 0;
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={limit};w=60");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={left}");
        if (lease.IsAcquired) return true;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Window;
        headers.RetryAfter = Math.Clamp((int)Math.Ceiling(wait.TotalSeconds), 1, 60).ToString(CultureInfo.InvariantCulture);
        return false;
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>An IPv6 household counts as one.</summary>
    private static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexStringLower(address.GetAddressBytes()[..8])
            : address?.MapToIPv4().ToString() ?? "unknown";
    }
}
