using Marketplace.Accounts.Identity;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Accounts.Identity.SecondFactor;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts.Identity.SecondFactor;

public sealed class SecondFactorTests
{
    [Fact]
    public async Task With_an_app_the_password_alone_opens_nothing_and_a_code_does()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        await world.EnrolAsync(await world.SignInAsync());
        var before = world.Sessions.SignIns;

        var first = await world.PasswordAsync();
        var wrong = await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor("000000"));

        Assert.Equal(SignInStep.SecondFactor, first.Required());
        Assert.Equal("sign-in.wrong-code", wrong.Error?.Code);
        Assert.Equal(before, world.Sessions.SignIns);
        (await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(await world.CodeAsync()))).Done();
        Assert.Equal(before + 1, world.Sessions.SignIns);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_so_is_the_one_that_confirmed()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var me = await world.SignInAsync();
        (await world.Host.SendAsync(me, new BeginTotp())).Done();
        var confirming = await world.CodeAsync();
        (await world.Host.SendAsync(me, new ConfirmTotp(confirming))).Required();

        await world.PasswordAsync();
        var replayed = await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(confirming));
        world.Host.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = await world.CodeAsync();
        (await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(code))).Done();
        await world.PasswordAsync();
        var again = await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(code));

        Assert.Equal("sign-in.wrong-code", replayed.Error?.Code);
        Assert.Equal("sign-in.wrong-code", again.Error?.Code);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_tells_by_mail_and_is_kept_as_a_hash()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var codes = await world.EnrolAsync(await world.SignInAsync());
        var kept = await world.Host.WithPlatformAsync(db => db.RecoveryCodes.Select(c => c.Hash).ToListAsync());

        await world.PasswordAsync();
        (await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(codes[0].ToLowerInvariant().Replace("-", " ")))).Done();
        await world.PasswordAsync();
        var again = await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(codes[0]));

        Assert.Equal(10, codes.Distinct().Count());
        Assert.DoesNotContain(kept, hash => codes.Any(code => hash.Contains(code, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal("sign-in.wrong-code", again.Error?.Code);
        Assert.Contains(await world.Host.MailsToAsync(SecondFactorWorld.Email), m => m.Subject.Contains("recovery code"));
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var none = await world.Host.SendAsync(await world.SignInAsync(), new RenewRecoveryCodes());
        var old = await world.EnrolAsync(await world.MeAsync());

        var fresh = (await world.Host.SendAsync(await world.MeAsync(), new RenewRecoveryCodes())).Required();
        await world.PasswordAsync();
        var spent = await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(old[3]));
        (await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(fresh[3]))).Done();

        Assert.Equal("second-factor.none", none.Error?.Code);
        Assert.Equal("sign-in.wrong-code", spent.Error?.Code);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_the_right_password_between_them_does_not_help()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        await world.EnrolAsync(await world.SignInAsync());
        for (var i = 0; i < 10; i++)
        {
            await world.PasswordAsync();
            await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor("123456"));
        }

        var password = await world.PasswordAsync();
        var code = await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(await world.CodeAsync()));
        world.Host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(IdentityErrors.WrongSignIn, password.Error);
        Assert.Equal("sign-in.wrong-code", code.Error?.Code);
        Assert.Equal(SignInStep.SecondFactor, (await world.PasswordAsync()).Required());
        (await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(await world.CodeAsync()))).Done();
    }

    [Fact]
    public async Task Without_the_first_step_there_is_no_second_and_a_new_password_ends_a_step_half_done()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var me = await world.SignInAsync();
        await world.EnrolAsync(me);

        world.Sessions.Half = null;
        var without = await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor("123456"));
        var asked = await world.Host.SendAsync(Caller.Anonymous, new GetSecondStep());
        await world.PasswordAsync();
        (await world.Host.SendAsync(
            await world.MeAsync(), new ChangePassword(SecondFactorWorld.Password, "an even longer walk"))).Done();
        var late = await world.Host.SendAsync(Caller.Anonymous, new GiveSecondFactor(await world.CodeAsync()));

        Assert.Equal("sign-in.too-late", without.Error?.Code);
        Assert.Equal("sign-in.too-late", asked.Error?.Code);
        Assert.Equal("sign-in.wrong", late.Error?.Code);
    }

    [Fact]
    public async Task A_reset_password_does_not_pass_by_the_second_factor()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        await world.EnrolAsync(await world.SignInAsync());
        var before = world.Sessions.SignIns;
        (await world.Host.SendAsync(Caller.Anonymous, new RequestPasswordReset(SecondFactorWorld.Email))).Done();
        var mail = (await world.Host.MailsToAsync(SecondFactorWorld.Email)).Last(m => m.Text.Contains("/reset/"));

        (await world.Host.SendAsync(
            Caller.Anonymous, new ResetPassword(AccountsWorld.SecretIn(mail, "/reset/"), "an even longer walk"))).Done();

        Assert.Equal(SignInStep.SecondFactor, (await world.PasswordAsync("an even longer walk")).Required());
        Assert.Equal(before, world.Sessions.SignIns);
    }

    [Fact]
    public async Task The_secret_lies_sealed_and_setting_up_ends_other_sessions()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var other = await world.SignInAsync();
        var me = await world.SignInAsync();

        await world.EnrolAsync(me);
        var twice = await world.Host.SendAsync(await world.MeAsync(), new BeginTotp());
        var confirmed = await world.Host.SendAsync(await world.MeAsync(), new ConfirmTotp("123456"));
        var shown = await world.Host.SendAsync(await world.MeAsync(), new GetTotpEnrolment());

        Assert.StartsWith("sealed:", await world.Host.WithPlatformAsync(db => db.People.Select(p => p.TotpSecret).SingleAsync()));
        Assert.False(await world.LivesAsync(other.SessionId!));
        Assert.True(await world.LivesAsync(me.SessionId!));
        Assert.Equal("second-factor.exists", twice.Error?.Code);
        Assert.Equal("second-factor.not-begun", confirmed.Error?.Code);
        Assert.Equal("second-factor.not-begun", shown.Error?.Code);
    }

    [Fact]
    public async Task Removing_the_app_takes_the_recovery_codes_along_and_leaves_the_password()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        await world.EnrolAsync(await world.SignInAsync());

        (await world.Host.SendAsync(await world.MeAsync(), new RemoveTotp())).Done();
        var again = await world.Host.SendAsync(await world.MeAsync(), new RemoveTotp());

        Assert.Equal("second-factor.none", again.Error?.Code);
        Assert.Equal(0, await world.Host.WithPlatformAsync(db => db.RecoveryCodes.CountAsync()));
        Assert.Equal(SignInStep.Done, (await world.PasswordAsync()).Required());
    }

    [Fact]
    public async Task After_ten_minutes_it_asks_again_and_takes_the_password_or_a_code()
    {
        await using var world = await SecondFactorWorld.StartAsync();
        var me = await world.SignInAsync();
        await world.EnrolAsync(me);
        world.Host.Clock.Advance(TimeSpan.FromMinutes(11));

        var stale = await world.Host.SendAsync(await world.MeAsync(), new RemoveTotp());
        var wrong = await world.Host.SendAsync(await world.MeAsync(), new ProveAgain("not my password"));
        var wrongCode = await world.Host.SendAsync(await world.MeAsync(), new ProveAgain("000 000"));
        (await world.Host.SendAsync(await world.MeAsync(), new ProveAgain(await world.CodeAsync()))).Done();
        (await world.Host.SendAsync(await world.MeAsync(), new RenewRecoveryCodes())).Required();
        world.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        (await world.Host.SendAsync(await world.MeAsync(), new ProveAgain(SecondFactorWorld.Password))).Done();
        (await world.Host.SendAsync(await world.MeAsync(), new RemoveTotp())).Done();

        Assert.Equal("access.prove-again", stale.Error?.Code);
        Assert.Equal("person.wrong-proof", wrong.Error?.Code);
        Assert.Equal("person.wrong-proof", wrongCode.Error?.Code);
    }
}
