using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Marketplace.Web.Shared.Http;

/// <summary>Names of the limits: <c>[EnableRateLimiting(RateLimits.Login)]</c> on a page or endpoint.</summary>
public static class RateLimits
{
    public const string Login = "login";
    public const string Register = "register";
    public const string Search = "search";
    public const string Api = "api";

    private static readonly Dictionary<string, int> PerMinute = new(StringComparer.Ordinal)
    {
        [Login] = 10, [Register] = 5, [Search] = 120, [Api] = 300,
    };

    /// <summary>Each counts a minute by address; <c>RateLimits:login</c> sets another number.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter =
                    Math.Clamp((int)Math.Ceiling(wait.TotalSeconds), 1, 60).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            foreach (var (name, usual) in PerMinute)
            {
                var limit = configuration.GetValue("RateLimits:" + name, usual);
                options.AddPolicy(name, http => IsFree(name, http)
                    ? RateLimitPartition.GetNoLimiter("free")
                    : RateLimitPartition.GetSlidingWindowLimiter(Key(name, http), _ => new SlidingWindowRateLimiterOptions
                    {
                        PermitLimit = limit, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
                    }));
            }
        });

    /// <summary>Looking at a form costs nothing: only what is posted is a try.</summary>
    private static bool IsFree(string name, HttpContext http) =>
        name is Login or Register && HttpMethods.IsGet(http.Request.Method);

    /// <summary>An IPv6 household counts as one.</summary>
    private static string Key(string name, HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        var who = address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexStringLower(address.GetAddressBytes()[..8])
            : address?.MapToIPv4().ToString() ?? "unknown";
        return $"{name}:{who}";
    }
}
