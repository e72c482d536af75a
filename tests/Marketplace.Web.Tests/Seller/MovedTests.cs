using Marketplace.Catalog.Listings;
using Marketplace.Kernel.Results;
using Marketplace.Web.Seller.Listings;
using Marketplace.Web.Shared.Components;
using Marketplace.Web.Shared.Resources;
using Marketplace.Web.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Tests.Seller;

public sealed class MovedTests(SharedSite shared) : IClassFixture<SharedSite>
{
    [Fact]
    public void Who_publishes_many_reads_how_many_wait_and_what_was_refused()
    {
        using var scope = shared.Site.Services.CreateScope();
        var words = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Words>>();
        var moved = new Moved();

        moved.Add((Result<Publishing>)new Publishing(IsHeld: false));
        moved.Add((Result<Publishing>)new Publishing(IsHeld: true));
        moved.Add((Result<Publishing>)new Publishing(IsHeld: true));
        Assert.Equal(("3 listings changed. 2 of them wait until the marketplace has looked at them.", Tone.Info), (moved.Say(words), moved.Tone));

        moved.Add((Result<Publishing>)Error.Conflict("listing.changed", "Somebody else has changed it."));
        Assert.Equal(Tone.Warn, moved.Tone);
        Assert.EndsWith("Somebody else has changed it.", moved.Say(words), StringComparison.Ordinal);
    }
}
