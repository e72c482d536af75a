using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Outbox;
using Marketplace.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using IDatabaseProvider = Marketplace.Kernel.Data.IDatabaseProvider;

namespace Marketplace.Tests.Kernel.Jobs;

public sealed class LoopTests
{
    /// <summary>EF's own word for it is neither of the database nor of its driver: a server that was killed for some seconds.</summary>
    [Fact]
    public async Task A_database_that_is_away_for_longer_than_the_retries_does_not_end_the_loop()
    {
        Away? away = null;
        await using var host = await TestHost.StartAsync(services =>
        {
            var inner = (IDatabaseProvider)services.Last(s => s.ServiceType == typeof(IDatabaseProvider)).ImplementationInstance!;
            services.AddSingleton<IDatabaseProvider>(away = new Away(inner));
        });
        using var service = new OutboxService(
            host.Services.GetRequiredService<OutboxDispatcher>(), host.Services.GetRequiredService<OutboxSignal>(),
            NullLogger<OutboxService>.Instance);

        await service.StartAsync(TestContext.Current.CancellationToken);
        await away!.Asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Task.WhenAny(service.ExecuteTask!, Task.Delay(300, TestContext.Current.CancellationToken));

        Assert.False(service.ExecuteTask!.IsCompleted, "The loop has ended, and the process would.");
        await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(service.ExecuteTask.IsCompletedSuccessfully);
    }

    private sealed class Away(IDatabaseProvider inner) : IDatabaseProvider
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => inner.Name;

        public string TablesSql => inner.TablesSql;

        public bool HidesRows => inner.HidesRows;

        public void Configure(DbContextOptionsBuilder options, Eyes eyes)
        {
            Asked.TrySetResult();
            throw new RetryLimitExceededException("The maximum number of retries (3) was exceeded.", new TimeoutException());
        }

        public Task MigrateAsync(ModelParts parts, CancellationToken cancellation) => inner.MigrateAsync(parts, cancellation);

        public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation) => inner.EnterWriteAsync(cancellation);

        public bool IsDuplicateKey(DbUpdateException exception) => inner.IsDuplicateKey(exception);

        public bool IsRefused(DbException exception) => inner.IsRefused(exception);
    }
}
