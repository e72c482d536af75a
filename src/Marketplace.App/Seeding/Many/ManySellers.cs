using System.Globalization;
using Bogus;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.App.Seeding.Bulk;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Catalog.Media.Model;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Shipping.Contracts;
using Marketplace.Sales.Shipping.Model;
using Person = Marketplace.Accounts.Identity.Model.Person;

namespace Marketplace.App.Seeding.Many;

/// <summary>
/// A generated shop that is open for business: its owner and the rows of its file, profile, standing, team and delivery.
/// </summary>
/// <param name="passwordHash">The demo's password; all generated people share it.</param>
internal sealed class ManySellers(BulkWriter writer, string passwordHash, IReadOnlyList<string> countries)
{
    private static readonly IReadOnlyDictionary<string, long> ParcelPrices = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["EUR"] = 495, ["USD"] = 550, ["GBP"] = 425, ["JPY"] = 800, ["KWD"] = 1500,
    };

    public static string IdOf(int number) => Ids.From("many", "seller", number.ToString("D5", CultureInfo.InvariantCulture));

    public static string LocationOf(string tenantId) => Ids.From(tenantId, "location");

    public GeneratedSeller Add(int number, Faker faker, DateTime at)
    {
        var (id, name, country) = (IdOf(number), faker.Company.CompanyName(), faker.PickRandom("NL", "DE", "BE", "FR", "GB", "US"));
        var slug = $"shop-{number:D5}";
        var seller = new Seller { Id = id, Slug = slug, Name = name, Country = country, AppliedAtUtc = at };
        seller.Move(SellerState.InReview, "", at);
        seller.Move(SellerState.Approved, "", at);
        writer.Add(seller);
        writer.Add(new SellerProfile
        {
            TenantId = id, Slug = slug, Name = name, Country = country, SinceUtc = at, City = faker.Address.City(),
            Tagline = faker.Company.CatchPhrase(), About = faker.Lorem.Paragraph(4), ReturnWindowDays = 30,
            ReturnsPolicy = "Unused and in its box within 30 days.", ShippingPolicy = "Packed on weekdays before noon.",
            Trader = Trader(name, country, faker, slug), CertifiedAtUtc = at,
        });
        writer.Add(new SellerStanding
        {
            TenantId = id, IsOpen = true, RatingHundredths = faker.Random.Int(380, 500), RatingCount = faker.Random.Int(3, 900),
            OrdersShipped = faker.Random.Int(10, 4000), ChangedAtUtc = at,
        });
        var owner = Owner(slug, faker, at);
        writer.Add(owner);
        writer.Add(new Membership { TenantId = id, PersonId = owner.Id, Role = SellerRole.Owner, SinceUtc = at });
        AddDelivery(id, country);
        writer.Add(new StockLocation { TenantId = id, Id = LocationOf(id), Name = "Main location", Country = country, Sort = 10 });
        return new GeneratedSeller(id, name, LocationOf(id));
    }

    public void AddPicture(string tenantId, MediaAsset master, DateTime at) => writer.Add(new MediaAsset
    {
        TenantId = tenantId, Id = Ids.From(tenantId, master.PictureRef), PictureRef = master.PictureRef,
        FileName = master.FileName, Width = master.Width, Height = master.Height, AtUtc = at,
        HasAllSizes = master.HasAllSizes,
    });

    private Person Owner(string slug, Faker faker, DateTime at)
    {
        var email = slug + "@lanes.example";
        var upper = email.ToUpperInvariant();
        return new Person
        {
            Id = Ids.From("many", "person", slug), BuyerId = Ids.From("many", "buyer", slug), Name = faker.Name.FullName(),
            Email = email, UserName = email, NormalizedEmail = upper, NormalizedUserName = upper, EmailConfirmed = true,
            Locale = "en", JoinedAtUtc = at, PasswordHash = passwordHash, SecurityStamp = Ids.From("many", "stamp", slug),
            ConcurrencyStamp = "1", LockoutEnabled = true,
        };
    }

    private static TraderIdentity Trader(string name, string country, Faker faker, string slug) => new()
    {
        Kind = TraderKind.Company, RegisterName = "Register", RegisterNumber = slug, LegalName = name,
        Line1 = faker.Address.StreetAddress(), City = faker.Address.City(), Postcode = faker.Address.ZipCode(),
        Country = country, Email = slug + "@lanes.example", Phone = "+31 15 555 0100",
    };

    private void AddDelivery(string id, string country)
    {
        writer.Add(new ShippingProfile
        {
            TenantId = id, Id = Ids.From(id, "shipping"), FromCountry = country, ProcessingDaysMin = 1, ProcessingDaysMax = 2,
        });
        var zone = new ShippingZone
        {
            TenantId = id, Id = Ids.From(id, "zone"), Name = "Everywhere", Position = 1,
            Places = [.. countries.Order(StringComparer.Ordinal)],
        };
        writer.Add(zone);
        writer.Add(new ShippingMethod
        {
            TenantId = id, Id = Ids.From(id, "method"), ZoneId = zone.Id, Name = "Parcel", CarrierCode = "dhl",
            TransitDaysMin = 1, TransitDaysMax = 3, Position = 1,
            Rates = [.. ParcelPrices.Select(p => new CurrencyRates(p.Key, null, [new WeightBand(null, p.Value)]))],
        });
    }
}

internal sealed record GeneratedSeller(string TenantId, string Name, string LocationId);
