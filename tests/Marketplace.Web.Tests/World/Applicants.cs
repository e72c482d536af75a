using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Tests.World;

/// <summary>Shops that wait for the platform's word: one that has done everything, two that have not.</summary>
internal static class Applicants
{
    public const string Uma = "uma";

    /// <summary>In review with a complete checklist.</summary>
    public const string Glass = "glass";

    public const string Linen = "linen";
    public const string Paper = "paper";

    public static async Task ApplyAsync(this TestMarket market, string category)
    {
        var site = market.Site;
        await market.AddPersonAsync(Uma, null);
        foreach (var slug in (string[])[Glass, Linen, Paper])
        {
            (await site.SendAsync(
                Caller.System,
                new CreateSeller(slug, slug, "DE", TestMarket.PersonOf(Uma), TestMarket.TenantOf(slug)))).Required();
        }

        var uma = await market.CallerAsync(Uma, Glass);
        (await site.SendAsync(uma, new UpdateTrader(
            TraderKind.SoleTrader, "Uma Glas", "Am Ofen 1", "", "Lauscha", "", "98724", "DE", "uma@example.com",
            "+49 36702 12345", "", "", "", Certifies: true))).Done();
        await market.FillShopAsync(Glass, uma, category, 1);
        (await site.SendAsync(uma, new AcceptTerms(1))).Done();
        (await site.SendAsync(uma, new UpdateProfile("Glass", "Blown by hand", "A furnace in the woods.", "Lauscha"))).Done();
        (await site.SendAsync(
            Caller.System, new SetPayoutAccount(TestMarket.TenantOf(Glass), "acct_glass", true, ""))).Done();
        (await site.SendAsync(uma, new SubmitForReview())).Done();
        string[] others = [TestMarket.TenantOf(Linen), TestMarket.TenantOf(Paper)];
        await site.WithPlatformAsync(db => db.Set<Marketplace.Accounts.Sellers.Model.Seller>().Where(s => others.Contains(s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SellerState.InReview)));
        await site.DrainAsync();
    }
}
