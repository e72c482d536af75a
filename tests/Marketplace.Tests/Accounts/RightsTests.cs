using System.Reflection;
using Marketplace.Accounts;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts;

/// <summary>Every message of this context, sent by every role: refused exactly where the role lacks the permission.</summary>
public sealed class RightsTests
{
    private static readonly IReadOnlyList<Type> Messages = [.. typeof(AccountsServices).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsClass: true } && typeof(IMessage).IsAssignableFrom(t)).OrderBy(t => t.Name)];

    [Fact]
    public async Task A_sellers_message_needs_the_permission_of_the_role()
    {
        await using var host = await TestHost.StartAsync();
        var owner = await host.ShopAsync("kiln", "ana");
        foreach (var (message, permission) in Declared<SellerAttribute>(a => a.Permission))
        {
            foreach (var role in Enum.GetValues<SellerRole>())
            {
                var caller = owner with { SellerPermissions = SellerPermissions.Of(role) };
                if (SellerPermissions.Of(role).Contains(permission)) continue;
                Assert.Equal((message, role, "access.missing-permission"), (message, role, await CodeAsync(host, caller, message)));
            }

            Assert.Equal("access.not-found", await CodeAsync(host, new Caller(owner.PersonId, BuyerId: owner.BuyerId), message));
            Assert.Equal("access.not-found", await CodeAsync(host, Caller.Anonymous, message));
        }
    }

    [Fact]
    public async Task An_admins_message_needs_the_permission_of_the_role()
    {
        await using var host = await TestHost.StartAsync();
        var seller = await host.ShopAsync("kiln", "ana");
        foreach (var (message, permission) in Declared<AdminAttribute>(a => a.Permission))
        {
            foreach (var role in Enum.GetValues<AdminRole>())
            {
                var caller = new Caller("somebody", AdminPermissions: AdminPermissions.Of(role));
                if (AdminPermissions.Of(role).Contains(permission)) continue;
                Assert.Equal((message, role, "access.missing-permission"), (message, role, await CodeAsync(host, caller, message)));
            }

            Assert.Equal("access.not-found", await CodeAsync(host, seller, message));
            Assert.Equal("access.not-found", await CodeAsync(host, Caller.Anonymous, message));
        }
    }

    [Fact]
    public async Task A_persons_message_needs_a_person_and_an_internal_one_has_no_door()
    {
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<ISignIn>(new RememberedSessions()));
        foreach (var (message, _) in Declared<PersonAttribute>(_ => ""))
            Assert.Equal("access.sign-in", await CodeAsync(host, new Caller(BuyerId: "guest"), message));
        foreach (var (message, _) in Declared<InternalAttribute>(_ => ""))
            await Assert.ThrowsAsync<InvalidOperationException>(() => CodeAsync(host, new Caller("ana"), message));
    }

    private static IEnumerable<(Type Message, string Permission)> Declared<T>(Func<T, string> permission) where T : RightAttribute =>
        Messages.Where(m => m.GetCustomAttribute<T>() is not null).Select(m => (m, permission(m.GetCustomAttribute<T>()!)));

    /// <summary>Rights come before validation, so an empty message will do.</summary>
    private static async Task<string?> CodeAsync(TestHost host, Caller caller, Type message)
    {
        await using var scope = host.ScopeFor(caller);
        var empty = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(message);
        var answer = await scope.ServiceProvider.GetRequiredService<ISender>().Send(empty);
        return (answer!.GetType().GetProperty(nameof(Result.Error))!.GetValue(answer) as Error)?.Code;
    }
}
