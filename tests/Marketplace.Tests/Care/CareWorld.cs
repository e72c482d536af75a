using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Team;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Marketplace.Sales.Fulfilment;
using Marketplace.Sales.Model;
using Marketplace.Tests.Sales;
using Marketplace.Tests.World;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Care;

/// <summary>
/// The shops of <see cref="SalesWorld"/>, with Kim who owns the pottery; Sanne and Ned, who have accounts; a guest. Sanne's
/// parcel of two mugs has arrived.
/// </summary>
internal sealed class CareWorld : IAsyncDisposable
{
    public static readonly string MugListing = Ids.From("listing", Mug);
    public static readonly string PackListing = Ids.From("listing", Pack);
    public static readonly Caller Guest = new(BuyerId: Ids.From("buyer", "guest"));

    private CareWorld(SalesWorld sales) => Sales = sales;

    public SalesWorld Sales { get; }

    public TestHost Host => Sales.Host;

    public Caller Sanne { get; private set; } = null!;

    public Caller Ned { get; private set; } = null!;

    public Caller Kim { get; private set; } = null!;

    /// <summary>Kim, in the dashboard of the pottery.</summary>
    public Caller Potter => Kim with { TenantId = Kiln, SellerPermissions = SellerPermissions.Of(SellerRole.Owner) };

    public string LineId { get; private set; } = "";

    public SellerOrder Part { get; private set; } = null!;

    public static async Task<CareWorld> OpenAsync()
    {
        var world = new CareWorld(await SalesWorld.OpenAsync());
        (world.Sanne, world.Ned, world.Kim) = (
            await world.Host.PersonAsync("sanne"), await world.Host.PersonAsync("ned"), await world.Host.PersonAsync("kim"));
        await world.Host.WithPlatformAsync(async db =>
        {
            foreach (var (id, name, slug) in ((string, string, string)[])[(Kiln, "Kiln & Clay", "kiln"), (Trail, "Trailhead", "trail")])
            {
                db.Add(new SellerProfile { TenantId = id, Slug = slug, Name = name, Country = "NL", SinceUtc = TestHost.Start.UtcDateTime });
                db.Add(new SellerStanding { TenantId = id, IsOpen = true });
            }

            return await db.SaveChangesAsync();
        });
        (await world.Host.SendAsync(Caller.System, new AddMember(Kiln, world.Kim.PersonId!, SellerRole.Owner))).Done();
        world.Part = await world.ReceiveAsync(world.Sanne, Mug);
        world.LineId = (await world.Sales.LinesAsync(world.Part.Id))[0].Id;
        return world;
    }

    /// <summary>Buys one of the pottery's things, and the parcel arrives.</summary>
    public async Task<SellerOrder> ReceiveAsync(Caller buyer, string offer)
    {
        await Sales.AddAsync(buyer, offer);
        var order = await Sales.ToPaymentPageAsync(buyer);
        Sales.Gateway.Pay(order);
        (await Host.SendAsync(buyer, new Marketplace.Sales.Checkout.ConfirmPayment(order))).Required();
        var part = await Sales.PartAsync(order, Kiln);
        (await Host.SendAsync(KilnStaff, new AcceptOrder(part.Id))).Done();
        Assert.True((await Host.SendAsync(KilnStaff, new ShipOrder(part.Id, [], "postnl", "3S1"))).Ok);
        (await Host.SendAsync(buyer, new MarkDelivered(part.Id))).Done();
        await Host.DrainAsync();
        return part;
    }

    public async Task<List<string>> SubjectsAsync(string email) => [.. (await Host.MailsToAsync(email)).Select(m => m.Subject)];

    public ValueTask DisposeAsync() => Sales.DisposeAsync();
}
