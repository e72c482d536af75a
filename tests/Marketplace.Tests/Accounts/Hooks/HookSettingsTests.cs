using System.Net;
using System.Net.Sockets;
using Marketplace.Accounts.Hooks;
using Marketplace.Accounts.Hooks.Adapters;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Accounts.Hooks.Model;
using Marketplace.Kernel.Results;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Tests.Accounts.Hooks;

public sealed class HookSettingsTests
{
    /// <summary>The example that the Standard Webhooks libraries test themselves with.</summary>
    [Fact]
    public void A_signature_is_what_the_standard_says() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        HookSignature.Of(
            ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""));

    [Theory]
    [InlineData("https://shop.example.com/hooks?shop=1", true)]
    [InlineData("https://shop.example.com:8443/hooks", true)]
    [InlineData("https://93.184.216.34/hooks", true)]
    [InlineData("http://shop.example.com/hooks", false)]
    [InlineData("https://shop.example.com:22/hooks", false)]
    [InlineData("https://user:word@shop.example.com/", false)]
    [InlineData("https://shop.example.com/#part", false)]
    [InlineData("https://localhost/hooks", false)]
    [InlineData("https://127.0.0.1/hooks", false)]
    [InlineData("https://2130706433/hooks", false)]
    [InlineData("https://[::1]/hooks", false)]
    [InlineData("https://[::ffff:10.0.0.1]/hooks", false)]
    [InlineData("https://169.254.169.254/latest/meta-data/", false)]
    [InlineData("ftp://shop.example.com/", false)]
    [InlineData("/hooks", false)]
    [InlineData("", false)]
    public void A_webhook_lies_in_the_open_internet_and_is_encrypted(string url, bool isFine) =>
        Assert.Equal(isFine, HookUrl.IsFine(url, new HookOptions()));

    /// <summary>What a name means is found out with each delivery: here it means this machine.</summary>
    [Theory]
    [InlineData("https://localhost:8443/hooks")]
    [InlineData("http://127.0.0.1:8080/hooks")]
    [InlineData("http://[::1]:8080/hooks")]
    public async Task An_address_inside_is_never_connected_to(string url)
    {
        using var transport = new HookTransport(Options.Create(new HookOptions()));

        var answer = await transport.PostAsync(new HookCall(url, "msg_1", 1, "v1,x", "{}"), default);

        Assert.Equal(HookFailure.ClosedAddress, answer.Failure);
    }

    [Fact]
    public async Task Who_takes_the_call_and_says_nothing_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var transport = new HookTransport(IPAddress.IsLoopback, TimeSpan.FromMilliseconds(100));

        var answer = await transport.PostAsync(
            new HookCall($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/", "msg_1", 1, "v1,x", "{}"), default);

        Assert.Equal(HookFailure.TooSlow, answer.Failure);
    }

    [Fact]
    public async Task An_owner_sets_webhooks_up_within_limits_and_another_shop_reaches_none_of_them()
    {
        await using var world = await HooksWorld.StartAsync();
        var (host, vera, karl, id) = (world.Host, world.Vera, world.Karl, world.Hook.Id);
        await world.QueueAsync();
        var delivery = Assert.Single(await world.LogAsync()).Id;

        Assert.Equal("input.invalid", (await host.SendAsync(vera, new AddHook(world.Receiver.Url, []))).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(vera, new AddHook(world.Receiver.Url, [HookEvents.Test]))).Error?.Code);
        Assert.Equal("input.invalid", (await host.SendAsync(vera, new ChangeHook(id, "http://shop.example.com/", [HookEvents.OrderPlaced]))).Error?.Code);
        Assert.Equal(HookErrors.NotFound, (await host.SendAsync(karl, new ChangeHook(id, world.Receiver.Url, [HookEvents.OrderPlaced]))).Error);
        Assert.Equal(HookErrors.NotFound, (await host.SendAsync(karl, new GetHook(id))).Error);
        Assert.Equal(HookErrors.NotFound, (await host.SendAsync(karl, new SwitchHook(id, On: false))).Error);
        Assert.Equal(HookErrors.NotFound, (await host.SendAsync(karl, new RotateHookSecret(id))).Error);
        Assert.Equal(HookErrors.NotFound, (await host.SendAsync(karl, new TestHook(id))).Error);
        Assert.Equal(HookErrors.NotFound, (await host.SendAsync(karl, new RemoveHook(id))).Error);
        Assert.Equal(HookErrors.NotFound, (await host.SendAsync(karl, new ReplayHookDelivery(id, delivery))).Error);
        Assert.Equal(HookErrors.NotFound, (await host.SendAsync(karl, new ReplayGivenUp(id))).Error);
        Assert.Equal(HookErrors.NoSuchDelivery, (await host.SendAsync(karl, new GetHookDelivery(id, delivery))).Error);
        Assert.Empty((await host.SendAsync(karl, new ListHooks())).Required());
        Assert.Empty((await host.SendAsync(karl, new ListHookDeliveries(id))).Required().Items);

        (await host.SendAsync(vera, new ChangeHook(id, world.Receiver.Url, [HookEvents.ReviewReceived]))).Done();
        await world.QueueAsync();
        Assert.Single(await world.LogAsync());
        for (var i = 1; i < 10; i++) (await host.SendAsync(vera, new AddHook(world.Receiver.Url, [HookEvents.OrderPlaced]))).Required();
        Assert.Equal("hook.too-many", (await host.SendAsync(vera, new AddHook(world.Receiver.Url, [HookEvents.OrderPlaced]))).Error?.Code);
        (await host.SendAsync(vera, new RemoveHook(id))).Done();
        Assert.Equal(9, (await host.SendAsync(vera, new ListHooks())).Required().Count);
        Assert.Equal(0, await host.WithPlatformAsync(db => db.HookDeliveries.CountAsync()));
    }

    [Fact]
    public async Task A_name_that_leads_inside_fails_without_a_connection_and_its_log_says_why()
    {
        await using var world = await HooksWorld.StartAsync();
        await world.Host.WithPlatformAsync(db => db.HookEndpoints.ExecuteUpdateAsync(
            s => s.SetProperty(e => e.Url, "http://[::ffff:10.0.0.1]:8080/")));
        await world.QueueAsync();

        await world.SendDueAsync();

        Assert.Equal(HookFailure.ClosedAddress, Assert.Single(await world.LogAsync()).Last!.Failure);
    }
}
