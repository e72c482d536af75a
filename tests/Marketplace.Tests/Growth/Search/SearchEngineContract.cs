using Marketplace.Growth.Search.Contracts;
using static Marketplace.Tests.Growth.Search.Shelf;

namespace Marketplace.Tests.Growth.Search;

/// <summary>What every engine behind the search port promises. Each adapter derives one class from each part.</summary>
public abstract class SearchEngineContract : IAsyncLifetime
{
    internal ISearchEngine Engine { get; private set; } = null!;

    /// <summary>An engine with an empty index.</summary>
    internal abstract Task<ISearchEngine> CreateAsync();

    public async ValueTask InitializeAsync() => Engine = await CreateAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
