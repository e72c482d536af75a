using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Sales.Shipping.Contracts;

/// <summary>A company that carries parcels; where its number can be followed.</summary>
internal sealed class Carrier : IPublishedRow
{
    /// <summary>No company: the buyer fetched it.</summary>
    public const string Pickup = "pickup";

    public required string Code { get; init; }
    public required string Name { get; init; }
    /// <summary>Holds <c>{0}</c> where the tracking number goes; null when it has no such page.</summary>
    public string? TrackingUrl { get; init; }
    public required int Position { get; init; }
}

internal static class CarrierSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<Carrier> Carriers => db.Set<Carrier>();
    }
}

internal sealed class CarrierMap : IEntityTypeConfiguration<Carrier>
{
    public void Configure(EntityTypeBuilder<Carrier> entity)
    {
        entity.ToTable("Carriers");
        entity.HasKey(c => c.Code);
        entity.Property(c => c.Code).Ascii(24);
        entity.Property(c => c.Name).HasMaxLength(60);
        entity.Property(c => c.TrackingUrl).HasMaxLength(200);
        entity.HasData(KnownCarriers.All);
    }
}

/// <summary>The carriers a new platform starts with. Addresses are the carriers' public tracking pages.</summary>
internal static class KnownCarriers
{
    public static readonly IReadOnlyList<Carrier> All =
    [
        Make("postnl", "PostNL", "https://postnl.nl/tracktrace/?B={0}", 1),
        Make("dhl", "DHL", "https://www.dhl.com/global-en/home/tracking.html?tracking-id={0}", 2),
        Make("dpd", "DPD", "https://tracking.dpd.de/parcelstatus?query={0}", 3),
        Make("gls", "GLS", "https://gls-group.eu/track/{0}", 4),
        Make("ups", "UPS", "https://www.ups.com/track?tracknum={0}", 5),
        Make("fedex", "FedEx", "https://www.fedex.com/fedextrack/?trknbr={0}", 6),
        Make("usps", "USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels={0}", 7),
        Make("royal-mail", "Royal Mail", "https://www.royalmail.com/track-your-item#/tracking-results/{0}", 8),
        Make("la-poste", "La Poste", "https://www.laposte.fr/outils/suivre-vos-envois?code={0}", 9),
        Make("correos", "Correos", "https://www.correos.es/es/en/tools/tracker/items/details?tracking-number={0}", 10),
        Make("poste-italiane", "Poste Italiane", "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{0}", 11),
        Make("bpost", "bpost", "https://track.bpost.cloud/btr/web/#/search?itemCode={0}", 12),
        Make("japan-post", "Japan Post", "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1={0}", 13),
        Make("aramex", "Aramex", "https://www.aramex.com/track/results?ShipmentNumber={0}", 14),
        Make(Carrier.Pickup, "Picked up", null, 97),
        Make("courier", "Own courier", null, 98),
        Make("other", "Another carrier", null, 99),
    ];

    private static Carrier Make(string code, string name, string? url, int position) =>
        new() { Code = code, Name = name, TrackingUrl = url, Position = position };
}
