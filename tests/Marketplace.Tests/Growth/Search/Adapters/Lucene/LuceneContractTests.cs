using Marketplace.Growth.Search.Adapters.Lucene;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Tests.Growth.Search.Adapters.Lucene;

public sealed class LuceneFiltersTests : SearchFiltersContract
{
    internal override Task<ISearchEngine> CreateAsync() => TemporaryIndex.Open();
}

public sealed class LuceneTextTests : SearchTextContract
{
    internal override Task<ISearchEngine> CreateAsync() => TemporaryIndex.Open();
}

public sealed class LuceneIndexingTests : SearchIndexingContract
{
    internal override Task<ISearchEngine> CreateAsync() => TemporaryIndex.Open();
}

internal static class TemporaryIndex
{
    public static string NewPath() => Directory.CreateTempSubdirectory("search-").FullName;

    public static Task<ISearchEngine> Open() =>
        Task.FromResult<ISearchEngine>(new LuceneSearchEngine(NewPath(), TimeProvider.System));
}
