using System.ComponentModel.DataAnnotations;

namespace Marketplace.Web.Shared;

/// <summary>What the operator calls the marketplace, and where it lives.</summary>
public sealed class PlatformOptions
{
    public const string Section = "Platform";

    [Required]
    public string Name { get; set; } = "lanes";

    public string Tagline { get; set; } = "many shops, one basket";

    /// <summary>The platform's own host name, without port: cart, checkout and accounts live there only.</summary>
    [Required]
    public string Host { get; set; } = "localhost";

    /// <summary>The time zone dates are shown in until the reader's country says another.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Amsterdam";

    public IReadOnlyList<string> Locales { get; set; } = ["en", "nl", "de"];

    /// <summary>Demo data outside Development; every page says so.</summary>
    public bool AllowDemo { get; set; }
}
