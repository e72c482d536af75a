using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Passkeys;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.Accounts.Identity.SecondFactor;
using Marketplace.Tests.World;

namespace Marketplace.Tests.Accounts.Identity.Passkeys;

public sealed class PasskeyTests
{
    [Fact]
    public async Task A_passkey_signs_in_alone_and_owes_nothing_more()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var codes = await AddAsync(world, await world.SignInAsync(), "telephone");
        var before = world.Sessions.SignIns;

        var asked = (await world.Host.SendAsync(Caller.Anonymous, new AskPasskey())).Required();
        (await world.Host.SendAsync(Caller.Anonymous, new SignInByPasskey("telephone", asked.State))).Done();

        Assert.Equal(10, codes.Count);
        Assert.Equal(before + 1, world.Sessions.SignIns);
        Assert.True((await world.Host.SendAsync(await world.MeAsync(), new GetMySecurity())).Required().IsProven);
    }

    [Fact]
    public async Task The_same_answer_twice_an_unknown_passkey_and_nonsense_are_refused_alike()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        await AddAsync(world, await world.SignInAsync(), "telephone");
        var asked = (await world.Host.SendAsync(Caller.Anonymous, new AskPasskey())).Required();
        (await world.Host.SendAsync(Caller.Anonymous, new SignInByPasskey("telephone", asked.State))).Done();

        var replayed = await world.Host.SendAsync(Caller.Anonymous, new SignInByPasskey("telephone", asked.State));
        var unknown = await world.Host.SendAsync(Caller.Anonymous, new SignInByPasskey("another", "anybody/x"));
        var forged = await world.Host.SendAsync(Caller.Anonymous, new SignInByPasskey("telephone", "made up"));

        Assert.All([replayed, unknown, forged], r => Assert.Equal("passkey.refused", r.Error?.Code));
    }

    [Fact]
    public async Task With_a_passkey_the_password_asks_for_it_and_another_persons_does_not_do()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        await AddAsync(world, await world.SignInAsync(), "telephone");
        var bo = await world.Host.PersonAsync("bo");
        var question = (await world.Host.SendAsync(bo, new AskNewPasskey())).Required();
        (await world.Host.SendAsync(bo, new AddPasskey("Bo's", "bos key", question.State))).Required();

        Assert.Equal(SignInStep.SecondFactor, (await world.PasswordAsync()).Required());
        var asked = (await world.Host.SendAsync(Caller.Anonymous, new GetSecondStep())).Required().Passkey!;
        var others = await world.Host.SendAsync(
            Caller.Anonymous, new SignInByPasskey("bos key", asked.State, IsSecondStep: true));
        (await world.Host.SendAsync(Caller.Anonymous, new SignInByPasskey("telephone", asked.State, IsSecondStep: true))).Done();
        var without = await world.Host.SendAsync(
            Caller.Anonymous, new SignInByPasskey("telephone", "anybody/9", IsSecondStep: true));

        Assert.Equal("passkey.refused", others.Error?.Code);
        Assert.Equal("sign-in.too-late", without.Error?.Code);
    }

    [Fact]
    public async Task Passkeys_have_names_are_ten_at_most_and_go_when_removed()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var me = await world.SignInAsync();
        for (var i = 0; i < 10; i++) await AddAsync(world, await world.MeAsync(), "key " + i);

        var eleventh = await world.Host.SendAsync(await world.MeAsync(), new AskNewPasskey());
        var listed = (await world.Host.SendAsync(await world.MeAsync(), new GetMySecurity())).Required().Passkeys;
        (await world.Host.SendAsync(await world.MeAsync(), new RemovePasskey(listed[0].Id))).Done();
        var gone = await world.Host.SendAsync(await world.MeAsync(), new RemovePasskey(listed[0].Id));
        var asked = (await world.Host.SendAsync(Caller.Anonymous, new AskPasskey())).Required();
        var used = await world.Host.SendAsync(
            Caller.Anonymous, new SignInByPasskey(System.Text.Encoding.UTF8.GetString(Convert.FromHexString(listed[0].Id)), asked.State));

        Assert.Equal("passkey.too-many", eleventh.Error?.Code);
        Assert.Contains("the key 3", listed.Select(k => k.Name));
        Assert.Equal("passkey.not-found", gone.Error?.Code);
        Assert.Equal("passkey.refused", used.Error?.Code);
    }

    [Fact]
    public async Task A_passkey_shows_again_that_it_is_them()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        await AddAsync(world, await world.SignInAsync(), "telephone");
        world.Host.Clock.Advance(TimeSpan.FromMinutes(11));

        var stale = await world.Host.SendAsync(await world.MeAsync(), new AskNewPasskey());
        var asked = (await world.Host.SendAsync(await world.MeAsync(), new AskMyPasskey())).Required().Passkey!;
        (await world.Host.SendAsync(await world.MeAsync(), new ProveAgainByPasskey("telephone", asked.State))).Done();

        Assert.Equal("access.prove-again", stale.Error?.Code);
        (await world.Host.SendAsync(await world.MeAsync(), new AskNewPasskey())).Required();
    }

    private static async Task<IReadOnlyList<string>> AddAsync(SecondFactorWorld world, Caller me, string key)
    {
        var question = (await world.Host.SendAsync(me, new AskNewPasskey())).Required();
        return (await world.Host.SendAsync(me, new AddPasskey("the " + key, key, question.State))).Required();
    }
}
