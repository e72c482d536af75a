using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Settlement;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Money.Settlement;

public sealed class PayoutAccountTests
{
    [Fact]
    public async Task A_seller_without_an_account_has_nothing_to_refresh()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.AddSellerAsync("seller-a", onboarded: false);

        var refreshed = await world.Host.SendAsync(StripeWorld.SellerOf("seller-a"), new RefreshPayoutAccount());

        Assert.Equal("payout-account.none", refreshed.Error!.Code);
    }

    [Fact]
    public async Task What_stripe_refuses_is_told_in_its_words()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.AddSellerAsync("seller-a", onboarded: false);
        await world.Host.SendAsync(Caller.System, new SetPayoutAccount("seller-a", "acct_gone", Ready: false, ""));

        var started = await world.Host.SendAsync(
            StripeWorld.SellerOf("seller-a"),
            new StartPayoutOnboarding("https://shop.test/back", "https://shop.test/again", "a@example.com"));

        Assert.Equal("payout-account.refused", started.Error!.Code);
    }
}
