using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Tests.Growth.Search;

/// <summary>What every engine behind the search port promises. Each adapter derives one class from each part.</summary>
public abstract class SearchEngineContract : IAsyncLifetime
{
    internal ISearchEngine Engine { get; private set; } = null!;

    /// <summary>An engine with an empty index.</summary>
    internal abstract Task<ISearchEngine> CreateAsync();

    /// <summary>Removes what the engine left behind.</summary>
    internal abstract void Clean();

    public async ValueTask InitializeAsync() => Engine = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Clean();
        GC.SuppressFinalize(this);
    }
}
