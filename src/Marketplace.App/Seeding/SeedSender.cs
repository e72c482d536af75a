using Marketplace.App.Seeding.Bulk;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.App.Seeding;

/// <summary>
/// Sends the product's own messages, each in a scope of its own with the caller it is sent by. A refusal ends the
/// seeding: the demo data is wrong, or a rule has changed.
/// </summary>
internal sealed class SeedSender(IServiceProvider services)
{
    public IServiceProvider Services => services;

    public async Task<T> SendAsync<T>(Caller caller, ICommand<Result<T>> command, CancellationToken cancellation)
    {
        await using var scope = Open(caller);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellation);
        return result.Ok ? result.Value : throw Refused(command, result.Error, cancellation);
    }

    public async Task SendAsync(Caller caller, ICommand<Result> command, CancellationToken cancellation)
    {
        await using var scope = Open(caller);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellation);
        if (!result.Ok) throw Refused(command, result.Error, cancellation);
    }

    public async Task<T> AskAsync<T>(Caller caller, IQuery<Result<T>> query, CancellationToken cancellation)
    {
        await using var scope = Open(caller);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(query, cancellation);
        return result.Ok ? result.Value : throw Refused(query, result.Error, cancellation);
    }

    /// <summary>Looks at what is there already, with the platform's eyes.</summary>
    public async Task<T> ReadAsync<T>(Func<PlatformDb, Task<T>> read)
    {
        await using var scope = Open(Caller.System);
        return await read(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }

    /// <summary>
    /// Writes many rows at once, where the messages that make them one by one would keep a first start waiting.
    /// </summary>
    public async Task BulkAsync(
        Func<BulkWriter, Task> fill, Func<PlatformDb, Task>? afterwards, CancellationToken cancellation)
    {
        await using var scope = Open(Caller.System);
        var writer = new BulkWriter(
            scope.ServiceProvider.GetRequiredService<PlatformDb>(), scope.ServiceProvider.GetRequiredService<IDatabaseProvider>());
        await fill(writer);
        if (writer.Count > 0) await writer.WriteAsync(afterwards ?? (_ => Task.CompletedTask), cancellation);
    }

    /// <summary>Delivers the events that are due; answers how many.</summary>
    public Task<int> DrainAsync(CancellationToken cancellation) =>
        services.GetRequiredService<OutboxDispatcher>().DrainAsync(cancellation);

    private AsyncServiceScope Open(Caller caller)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Set(caller);
        return scope;
    }

    private static InvalidOperationException Refused(object message, Error error, CancellationToken cancellation)
    {
        // A call that was broken off comes back as one that nobody answered.
        cancellation.ThrowIfCancellationRequested();
        var fields = error.Fields is null ? "" : " " + string.Join(
            "; ", error.Fields.Select(f => $"{f.Key}: {string.Join(' ', f.Value)}"));
        return new InvalidOperationException($"{message.GetType().Name} was refused ({error.Code}): {error.Message}{fields}");
    }
}
