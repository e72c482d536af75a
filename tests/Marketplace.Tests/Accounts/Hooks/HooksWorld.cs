using System.Net;
using Marketplace.Accounts.Hooks;
using Marketplace.Accounts.Hooks.Adapters;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Hooks;

/// <summary>Vera's pottery with one webhook that listens to orders, a receiver behind it, and Karl's kiln beside.</summary>
internal sealed class HooksWorld : IAsyncDisposable
{
    public required TestHost Host { get; init; }
    public required HookReceiver Receiver { get; init; }
    public required Caller Vera { get; init; }
    public required Caller Karl { get; init; }
    public required NewHook Hook { get; init; }

    public static async Task<HooksWorld> StartAsync()
    {
        var receiver = HookReceiver.Open();
        var host = await TestHost.StartAsync(
            s => s.AddSingleton(_ => new HookTransport(IPAddress.IsLoopback, TimeSpan.FromSeconds(1))),
            new Dictionary<string, string?> { ["Hooks:AllowLocal"] = "true" });
        var (vera, karl) = (await host.ShopAsync("pottery", "vera"), await host.ShopAsync("kiln", "karl"));
        var hook = await host.SendAsync(vera, new AddHook(receiver.Url, [HookEvents.OrderPlaced, HookEvents.OrderShipped]));
        return new HooksWorld { Host = host, Receiver = receiver, Vera = vera, Karl = karl, Hook = hook.Required() };
    }

    public async Task QueueAsync(string? type = null, string? tenantId = null) => (await Host.SendAsync(
        Caller.System, QueueHook.Of(tenantId ?? Vera.TenantId!, type ?? HookEvents.OrderPlaced, null, new { OrderId = "so_1" }))).Done();

    public Task<string> SendDueAsync() => Host.RunJobAsync(SendHooksJob.JobName);

    /// <summary>One turn of a process whose power goes when the token says so.</summary>
    public async Task DieAsync(CancellationToken power)
    {
        await using var scope = Host.ScopeFor(Caller.SystemFor(Vera.TenantId));
        await scope.ServiceProvider.GetRequiredService<HookTurn>().RunAsync(Vera.TenantId!, Hook.Id, power);
    }

    public async Task<HookView> ViewAsync() => (await Host.SendAsync(Vera, new GetHook(Hook.Id))).Required();

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<HookDeliveryLine>> LogAsync(HookDeliveryState? state = null) =>
        (await Host.SendAsync(Vera, new ListHookDeliveries(Hook.Id, state))).Required().Items;

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
