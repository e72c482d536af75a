using System.Globalization;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.App.Seeding.Model;
using Marketplace.Catalog.Inventory;
using Marketplace.Catalog.Inventory.Model;
using Marketplace.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.App.Seeding.Steps;

/// <summary>A shop as its owner would set it up: application, team, profile, branding, delivery, stock locations.</summary>
internal sealed class SeedShop(SeedSender sender, SeedPictures pictures, SeedShipping shipping)
{
    public async Task<OpenedShop> RunAsync(
        DemoShop demo, IReadOnlyDictionary<string, string> people, CancellationToken cancellation)
    {
        var shop = demo.Shop;
        var tenantId = SeedIds.Seller(shop.Slug);
        var owner = OwnerOf(tenantId, people[shop.People.First(p => p.Role == "owner").Email]);
        if (!await sender.ReadAsync(db => db.SellerProfiles.AnyAsync(p => p.TenantId == tenantId, cancellation)))
        {
            await sender.SendAsync(Caller.System, new CreateSeller(
                shop.Name, shop.Slug, shop.Country, owner.PersonId!, tenantId), cancellation);
        }

        // The terms come last: who has not agreed to them was broken off on the way there.
        if (!(await sender.AskAsync(owner, new GetSellerSettings(), cancellation)).TermsAccepted)
            await FillAsync(shop, owner, cancellation);

        foreach (var member in shop.People.Where(p => p.Role != "owner"))
        {
            await sender.SendAsync(
                Caller.System, new AddMember(tenantId, people[member.Email], RoleOf(member.Role)), cancellation);
        }

        await shipping.RunAsync(shop, owner, cancellation);
        return new OpenedShop(demo, tenantId, owner, await LocationsAsync(shop, owner, cancellation));
    }

    private static Caller OwnerOf(string tenantId, string personId) =>
        // No session stands behind it: what asks for a fresh proof takes the seed's word for it.
        new(
            PersonId: personId, TenantId: tenantId, SellerPermissions: SellerPermissions.Of(SellerRole.Owner),
            ProvedAtUtc: DateTime.MaxValue);

    private async Task FillAsync(ShopSeed shop, Caller owner, CancellationToken cancellation)
    {
        var (address, policies) = (shop.Address, shop.Policies);
        await sender.SendAsync(owner, new UpdateProfile(shop.Name, shop.Tagline, shop.About, shop.City), cancellation);
        await sender.SendAsync(
            owner, new UpdatePolicies(policies.Shipping, policies.Returns, shop.ReturnWindowDays), cancellation);
        await sender.SendAsync(owner, new UpdateTrader(
            TraderKind.Company, shop.LegalName, address.Line1, "", address.City, address.Region, address.Postcode,
            address.Country, shop.Email, shop.Phone, shop.Register.Name, shop.Register.Number, shop.VatId ?? "",
            Certifies: true), cancellation);
        await sender.SendAsync(owner, new UpdateBranding(
            shop.BrandColour.ToLower(CultureInfo.InvariantCulture),
            pictures.Ref(shop.Logo), pictures.Ref(shop.Banner)), cancellation);
        await sender.SendAsync(owner, new AcceptTerms(1), cancellation);
    }

    /// <summary>Answers the locations' ids by their key in the data.</summary>
    private async Task<IReadOnlyDictionary<string, string>> LocationsAsync(
        ShopSeed shop, Caller owner, CancellationToken cancellation)
    {
        var byName = await sender.ReadAsync(db => db.StockLocations.Where(l => l.TenantId == owner.TenantId)
            .ToDictionaryAsync(l => l.Name, l => l.Id, StringComparer.Ordinal, cancellation));
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var location in shop.Locations)
        {
            ids[location.Key] = byName.TryGetValue(location.Name, out var id)
                ? id
                : await sender.SendAsync(
                    owner, new SaveLocation(null, location.Name, location.City, location.Country), cancellation);
        }

        return ids;
    }

    /// <summary>A manager does everything but belongs to nobody's list of roles: the nearest is the owner's.</summary>
    private static SellerRole RoleOf(string role) => role switch
    {
        "owner" or "manager" => SellerRole.Owner,
        "fulfilment" => SellerRole.Orders,
        "catalog" => SellerRole.Catalog,
        "finance" => SellerRole.Finance,
        _ => throw new InvalidOperationException($"'{role}' is no role of a shop."),
    };
}

/// <param name="Owner">Who sends the shop's messages.</param>
/// <param name="Locations">Ids by their key in the data.</param>
internal sealed record OpenedShop(
    DemoShop Demo, string TenantId, Caller Owner, IReadOnlyDictionary<string, string> Locations);
