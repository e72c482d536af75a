using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement;

namespace Marketplace.App.Seeding.Steps;

/// <summary>A shop's account at the payment processor: opened, its questions answered, ready to be paid.</summary>
internal sealed class SeedPayouts(SeedSender sender, IDemoBank? bank)
{
    private const string Site = "https://lanes.example";

    public async Task RunAsync(OpenedShop shop, CancellationToken cancellation)
    {
        var seller = await FileAsync(shop.TenantId, cancellation);
        if (seller.PayoutsReady) return;
        if (bank is null)
        {
            await sender.SendAsync(Caller.System, new SetPayoutAccount(
                shop.TenantId, "acct_demo_" + shop.Demo.Shop.Slug, Ready: true, ""), cancellation);
            return;
        }

        if (seller.PayoutAccountId is null)
        {
            var page = $"{Site}/seller/{shop.Demo.Shop.Slug}/money";
            await sender.SendAsync(shop.Owner, new StartPayoutOnboarding(page, page, shop.Demo.Shop.Email), cancellation);
            seller = await FileAsync(shop.TenantId, cancellation);
        }

        await bank.OnboardAsync(seller.PayoutAccountId!, cancellation);
        await sender.SendAsync(shop.Owner, new RefreshPayoutAccount(), cancellation);
    }

    private async Task<SellerInfo> FileAsync(string tenantId, CancellationToken cancellation) =>
        (await sender.AskAsync(Caller.System, new GetSellers([tenantId]), cancellation)).Single();
}
