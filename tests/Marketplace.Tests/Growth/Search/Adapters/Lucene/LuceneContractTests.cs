using Marketplace.Growth.Search.Adapters.Lucene;
using Marketplace.Growth.Search.Contracts;

namespace Marketplace.Tests.Growth.Search.Adapters.Lucene;

public sealed class LuceneFiltersTests : SearchFiltersContract
{
    private readonly string _path = TemporaryIndex.NewPath();

    internal override Task<ISearchEngine> CreateAsync() => TemporaryIndex.OpenAsync(_path);

    internal override void Clean() => Directory.Delete(_path, recursive: true);
}

public sealed class LuceneTextTests : SearchTextContract
{
    private readonly string _path = TemporaryIndex.NewPath();

    internal override Task<ISearchEngine> CreateAsync() => TemporaryIndex.OpenAsync(_path);

    internal override void Clean() => Directory.Delete(_path, recursive: true);
}

public sealed class LuceneIndexingTests : SearchIndexingContract
{
    private readonly string _path = TemporaryIndex.NewPath();

    internal override Task<ISearchEngine> CreateAsync() => TemporaryIndex.OpenAsync(_path);

    internal override void Clean() => Directory.Delete(_path, recursive: true);
}

public sealed class LuceneExactnessTests : SearchExactnessContract
{
    private readonly string _path = TemporaryIndex.NewPath();

    internal override Task<ISearchEngine> CreateAsync() => TemporaryIndex.OpenAsync(_path);

    internal override void Clean() => Directory.Delete(_path, recursive: true);
}

internal static class TemporaryIndex
{
    public static string NewPath() => Directory.CreateTempSubdirectory("search-").FullName;

    public static Task<ISearchEngine> OpenAsync(string path) =>
        Task.FromResult<ISearchEngine>(new LuceneSearchEngine(path, TimeProvider.System));
}
