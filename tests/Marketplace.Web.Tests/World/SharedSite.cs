namespace Marketplace.Web.Tests.World;

/// <summary>A site for tests that only read, or that write nothing another one counts on.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    public WebSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await WebSite.StartAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
