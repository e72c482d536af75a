using Marketplace.Accounts.Identity;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Accounts.Identity.SecondFactor;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Identity;

public sealed class ChangeEmailTests
{
    private const string New = "ana@new.example.com";

    [Fact]
    public async Task The_new_address_counts_once_its_link_was_opened_and_the_old_one_is_told()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var me = await world.SignInAsync();
        (await world.Host.SendAsync(me, new ChangeEmail(New))).Done();
        var secret = AccountsWorld.SecretIn(Assert.Single(await world.Host.MailsToAsync(New)), "/confirm-address/");

        (await world.Host.SendAsync(Caller.Anonymous, new SignIn(SecondFactorWorld.Email, SecondFactorWorld.Password))).Required();
        (await world.Host.SendAsync(Caller.Anonymous, new ConfirmNewEmail(secret))).Done();
        var again = await world.Host.SendAsync(Caller.Anonymous, new ConfirmNewEmail(secret));
        var old = await world.Host.SendAsync(Caller.Anonymous, new SignIn(SecondFactorWorld.Email, SecondFactorWorld.Password));

        Assert.Equal("token.spent", again.Error?.Code);
        Assert.Equal("sign-in.wrong", old.Error?.Code);
        (await world.Host.SendAsync(Caller.Anonymous, new SignIn(New, SecondFactorWorld.Password))).Required();
        Assert.Contains(await world.Host.MailsToAsync(SecondFactorWorld.Email), m => m.Subject.Contains("address was changed"));
    }

    [Fact]
    public async Task The_last_wish_counts_for_a_day_and_needs_a_fresh_proof()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var me = await world.SignInAsync();
        (await world.Host.SendAsync(me, new ChangeEmail("first@example.com"))).Done();
        (await world.Host.SendAsync(me, new ChangeEmail(New))).Done();
        var first = AccountsWorld.SecretIn((await world.Host.MailsToAsync("first@example.com"))[0], "/confirm-address/");
        var second = AccountsWorld.SecretIn((await world.Host.MailsToAsync(New))[0], "/confirm-address/");

        var replaced = await world.Host.SendAsync(Caller.Anonymous, new ConfirmNewEmail(first));
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        var late = await world.Host.SendAsync(Caller.Anonymous, new ConfirmNewEmail(second));
        var stale = await world.Host.SendAsync(me, new ChangeEmail(New));

        Assert.Equal("token.spent", replaced.Error?.Code);
        Assert.Equal("token.spent", late.Error?.Code);
        Assert.Equal("access.prove-again", stale.Error?.Code);
    }

    [Fact]
    public async Task An_address_that_somebody_has_answers_the_same_and_tells_only_them()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        await world.Host.PersonAsync("bo");
        var me = await world.SignInAsync();

        var taken = await world.Host.SendAsync(me, new ChangeEmail("bo@example.com"));
        var free = await world.Host.SendAsync(me, new ChangeEmail(New));

        Assert.Equal(free, taken);
        Assert.DoesNotContain("/confirm-address/", Assert.Single(await world.Host.MailsToAsync("bo@example.com")).Text);
    }
}
