using Marketplace.Kernel.Data;

namespace Marketplace.Accounts.Sellers.Contracts;

/// <summary>What everyone may read of a seller; its key is the seller's id.</summary>
public sealed class SellerProfile : IPublishedBySeller, IVersioned
{
    public required string TenantId { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; set; }
    public string Tagline { get; set; } = "";
    public string About { get; set; } = "";
    public string City { get; set; } = "";

    /// <summary>Where it sells from, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }

    public required DateTime SinceUtc { get; init; }

    /// <summary><c>#rrggbb</c>; white text on it is readable (4.5 : 1).</summary>
    public string BrandColour { get; set; } = DefaultColour;

    /// <summary>Content hashes of pictures.</summary>
    public string? LogoRef { get; set; }
    public string? BannerRef { get; set; }

    public string ReturnsPolicy { get; set; } = "";
    public string ShippingPolicy { get; set; } = "";

    /// <summary>Days after delivery in which goods may come back.</summary>
    public int ReturnWindowDays { get; set; } = 14;

    /// <summary>What the law lets a buyer know of a trader.</summary>
    public TraderIdentity Trader { get; set; } = new();

    /// <summary>When the seller promised to offer lawful goods only (DSA art. 30(1)(e)); null before.</summary>
    public DateTime? CertifiedAtUtc { get; set; }

    /// <summary>Without this nothing of the shop is shown or sold (DSA art. 30).</summary>
    public bool IsTraceable => CertifiedAtUtc is not null && Trader.IsComplete;

    public long Version { get; set; }

    public const string DefaultColour = "#2f4858";
}

/// <summary>What the platform says of a seller, read by everyone; its key is the seller's id.</summary>
public sealed class SellerStanding : IPublishedRow
{
    public required string TenantId { get; init; }

    /// <summary>Approved and not suspended: its offers may be shown and bought.</summary>
    public bool IsOpen { get; set; }

    /// <summary>How many listings may be on sale at once, by the plan chosen; null for any number.</summary>
    public int? MaximumListings { get; set; }

    /// <summary>Mean of stars times 100: 4.83 is 483.</summary>
    public int RatingHundredths { get; set; }
    public int RatingCount { get; set; }
    public int OrdersShipped { get; set; }
    public DateTime ChangedAtUtc { get; set; }
}
