using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Money.Payments.Contracts;
using Marketplace.Money.Settlement;
using Marketplace.StripeSimulator.Faults;
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
    public async Task A_retry_by_somebody_with_another_address_finds_the_account_that_the_first_try_made()
    {
        await using var world = await StripeWorld.StartAsync();
        await world.AddSellerAsync("seller-a", onboarded: false);
        world.Stripe.Control.AddFault(new Fault(FaultKind.AbortAfterCommit, "/v1/accounts", "POST", Count: 20));

        var first = await StartAsync(world, "vera@example.com");
        world.Stripe.Control.ClearTrouble();
        var second = await StartAsync(world, "sam@example.com");

        Assert.Equal("payment.unavailable", first.Error?.Code);
        Assert.Null(second.Error);
        Assert.NotNull(await world.AccountOfAsync("seller-a"));
    }

    private static async Task<Result<string>> StartAsync(StripeWorld world, string email) => await world.Host.SendAsync(
        StripeWorld.SellerOf("seller-a"),
        new StartPayoutOnboarding("https://shop.test/back", "https://shop.test/again", email));

    [Fact]
    public async Task After_a_refusal_the_next_try_may_say_something_else()
    {
        await using var world = await StripeWorld.StartAsync();
        var (wrong, right) = (Wanted("not an address"), Wanted("vera@example.com"));
        var first = (await world.Host.SendAsync(Caller.System, new KeepAccountRequest(wrong))).Required();
        var again = (await world.Host.SendAsync(Caller.System, new KeepAccountRequest(right))).Required();
        await world.Host.SendAsync(Caller.System, new DropAccountRequest("seller-a", first.Attempt));

        var after = (await world.Host.SendAsync(Caller.System, new KeepAccountRequest(right))).Required();

        Assert.Equal(first, again);
        Assert.Equal(right, after.Account);
        Assert.NotEqual(first.Key, after.Key);
    }

    private static AccountToCreate Wanted(string email) => new("seller-a", "DE", email, "Seller A");

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
