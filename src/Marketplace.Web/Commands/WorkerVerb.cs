using Marketplace.Web.Shared.Hosting;

namespace Marketplace.Web.Commands;

/// <summary>Jobs and outbox without pages; as many processes as needed, since work is claimed under leases.</summary>
internal sealed class WorkerVerb : IVerb
{
    public string Name => "worker";

    public string Help => "Run jobs and outbox only.";

    public async Task<int> RunAsync(string[] args)
    {
        var builder = Composition.CreateBuilder(args);
        builder.AddApplication(loops: true);
        await using var app = builder.Build();
        if (!await StartCheck.PassesAsync(app)) return 78;
        app.MapHealth();
        await app.RunAsync();
        return 0;
    }
}
