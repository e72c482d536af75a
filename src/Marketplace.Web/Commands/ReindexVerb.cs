using Marketplace.Growth.Search;
using Marketplace.Web.Shared.Hosting;

namespace Marketplace.Web.Commands;

/// <summary>
/// Rebuilds the embedded search index while the server is stopped; a running one is rebuilt from its console, since
/// an index belongs to one process.
/// </summary>
internal sealed class ReindexVerb : IVerb
{
    public string Name => "reindex";

    public string Help => "Rebuild the search index (the server must be stopped).";

    public async Task<int> RunAsync(string[] args)
    {
        var builder = Composition.CreateBuilder(args);
        builder.AddApplication(loops: false);
        await using var app = builder.Build();
        var done = await SearchServices.RebuildNowAsync(
            app.Services, progress => Console.WriteLine($"{progress.Read} of about {progress.Total}"), default);
        Console.WriteLine($"The index holds {done.Read} listings.");
        return 0;
    }
}
