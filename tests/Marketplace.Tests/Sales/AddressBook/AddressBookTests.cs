using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Sales.AddressBook;
using Marketplace.Sales.Contracts;
using Marketplace.Tests.World;
using static Marketplace.Tests.Sales.SalesWorld;

namespace Marketplace.Tests.Sales.AddressBook;

public sealed class AddressBookTests
{
    [Fact]
    public async Task The_first_address_is_the_default_until_another_one_is_preferred_or_it_goes()
    {
        await using var world = await OpenAsync();
        var host = world.Host;
        var home = (await host.SendAsync(Otto, new SaveAddress(null, Delft, null, false))).Required();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var work = (await host.SendAsync(Otto, new SaveAddress(null, Delft with { Line1 = "Markt 1" }, "+31 15 1", false))).Required();
        Assert.Equal([home, work], await IdsAsync(world));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await host.SendAsync(Otto, new PreferAddress(work))).Ok);
        Assert.Equal([work, home], await IdsAsync(world));
        Assert.True((await host.SendAsync(Otto, new RemoveAddress(work))).Ok);

        var left = Assert.Single((await host.SendAsync(Otto, new ListMyAddresses())).Required());
        Assert.Equal((home, true, Delft), (left.AddressId, left.IsDefault, left.Address));
    }

    [Fact]
    public async Task The_same_address_typed_again_is_kept_once_and_its_postcode_is_tidied()
    {
        await using var world = await OpenAsync();
        var first = (await world.Host.SendAsync(Otto, new SaveAddress(null, Delft, "+31 15 1", false))).Required();

        var again = (await world.Host.SendAsync(
            Otto, new SaveAddress(null, Delft with { Postcode = " 2611  xk", Line2 = " " }, null, false))).Required();

        Assert.Equal(first, again);
        Assert.Equal("+31 15 1", Assert.Single((await world.Host.SendAsync(Otto, new ListMyAddresses())).Required()).Phone);
    }

    [Fact]
    public async Task Strangers_neither_see_nor_change_it_and_it_holds_twenty()
    {
        await using var world = await OpenAsync();
        var host = world.Host;
        var mine = (await host.SendAsync(Otto, new SaveAddress(null, Delft, null, false))).Required();
        var other = await host.PersonAsync("ana");

        Assert.Empty((await host.SendAsync(other, new ListMyAddresses())).Required());
        Assert.Equal(AddressErrors.NotFound, (await host.SendAsync(other, new SaveAddress(mine, Delft, null, true))).Error);
        Assert.Equal(AddressErrors.NotFound, (await host.SendAsync(other, new PreferAddress(mine))).Error);
        Assert.Equal(AddressErrors.NotFound, (await host.SendAsync(other, new RemoveAddress(mine))).Error);
        for (var i = 2; i <= 20; i++) await host.SendAsync(Otto, new SaveAddress(null, Delft with { Line1 = $"Markt {i}" }, null, false));
        Assert.Equal(
            AddressErrors.Full, (await host.SendAsync(Otto, new SaveAddress(null, Delft with { Line1 = "Markt 21" }, null, false))).Error);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field()
    {
        await using var world = await OpenAsync();

        var wrong = await world.Host.SendAsync(
            Otto, new SaveAddress(null, new Address { Name = "O", Line1 = "1", City = "Rome", Postcode = "1", Country = "IT" }, "call me", false));

        Assert.Equal(ValidateBehavior<SaveAddress, Result<string>>.Code, wrong.Error!.Code);
        Assert.Equal(["Address.Postcode", "Phone"], wrong.Error.Fields!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["An Italian postcode has five digits, like 00184."], wrong.Error.Fields["Address.Postcode"]);
    }

    private static async Task<IEnumerable<string>> IdsAsync(SalesWorld world) =>
        (await world.Host.SendAsync(Otto, new ListMyAddresses())).Required().Select(a => a.AddressId);
}
