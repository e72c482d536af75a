using System.ComponentModel.DataAnnotations;

namespace Marketplace.Web.Shared;

/// <summary>What the operator calls the marketplace, and where it lives.</summary>
public sealed class PlatformOptions
{
    public const string Section = "Platform";

    [Required]
    public string Name { get; set; } = "lanes";

    public string Tagline { get; set; } = "many shops, one basket";

    /// <summary>
    /// The address people reach the platform at, without a slash at the end: cart, checkout and accounts live there
    /// only, and every link in a mail begins with it.
    /// </summary>
    [Required, Url]
    public string Url { get; set; } = "http://localhost:5080";

    /// <summary>The time zone dates are shown in until the reader's country says another.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Amsterdam";

    /// <summary>Demo data outside Development; every page says so.</summary>
    public bool AllowDemo { get; set; }

    /// <summary>Addresses or networks (CIDR) of proxies whose X-Forwarded-* headers are believed.</summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];

    /// <summary>The platform's own host name, without port.</summary>
    public string Host => new Uri(Url).Host;

    /// <summary>Host and port, as a Host header has them.</summary>
    public string Authority => new Uri(Url).Authority;
}
