using System.Data.Common;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Money.Payments.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.World;

/// <summary>The process is gone: nothing of it runs any more.</summary>
public sealed class PowerCut(string after) : Exception("The power went at: " + after);

/// <summary>
/// Ends the application at any step that leaves a trace outside of it: before and after each commit, each single
/// write, each call to Stripe. Once pulled, nothing reaches the database or Stripe any more, as after a kill -9, until
/// the host is started anew and the plug is back in.
/// </summary>
public sealed class PowerPlug
{
    private readonly Lock _gate = new();
    private readonly List<string> _steps = [];
    private int _at;

    public bool IsOut { get; private set; }

    /// <summary>What was reached since the plug was put in, the last one being where it was pulled.</summary>
    public IReadOnlyList<string> Steps => _steps;

    public string Last => _steps.Count == 0 ? "nothing" : $"{_steps.Count}: {_steps[^1]}";

    /// <summary>Puts it in, to be pulled at the step of this number; 0 never pulls it.</summary>
    public void PutIn(int pullAt)
    {
        lock (_gate) (_at, IsOut) = (pullAt, false);
        _steps.Clear();
    }

    /// <summary>Sees to it that a host built from these services hangs on this plug.</summary>
    public void Wire(IServiceCollection services)
    {
        var database = (IDatabaseProvider)services.Last(s => s.ServiceType == typeof(IDatabaseProvider)).ImplementationInstance!;
        services.AddSingleton<IDatabaseProvider>(new PluggedProvider(database, this));
        var stripe = services.Last(s => s.ServiceType == typeof(IPaymentGateway)).ImplementationType!;
        services.AddSingleton<IPaymentGateway>(
            s => new PluggedGateway((IPaymentGateway)ActivatorUtilities.CreateInstance(s, stripe), this));
    }

    internal void Reach(string step)
    {
        lock (_gate)
        {
            Demand();
            _steps.Add(step);
            if (_steps.Count != _at) return;
            IsOut = true;
            throw new PowerCut(step);
        }
    }

    internal void Demand()
    {
        if (IsOut) throw new PowerCut(Last);
    }
}

/// <summary>A database that is out of reach once the plug is pulled.</summary>
internal sealed class PluggedProvider(IDatabaseProvider inner, PowerPlug plug) : IDatabaseProvider
{
    private readonly CommitSteps _commits = new(plug);
    private readonly WriteSteps _writes = new(plug);

    public string Name => inner.Name;

    public string TablesSql => inner.TablesSql;

    public bool HidesRows => inner.HidesRows;

    public void Configure(DbContextOptionsBuilder options, Eyes eyes)
    {
        inner.Configure(options, eyes);
        options.AddInterceptors(_commits, _writes);
    }

    public Task MigrateAsync(ModelParts parts, CancellationToken cancellation) => inner.MigrateAsync(parts, cancellation);

    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellation) => inner.EnterWriteAsync(cancellation);

    public bool IsDuplicateKey(DbUpdateException exception) => inner.IsDuplicateKey(exception);

    public bool IsRefused(DbException exception) => inner.IsRefused(exception);
}

internal sealed class CommitSteps(PowerPlug plug) : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellation = default)
    {
        if (IsDiary(eventData)) plug.Demand();
        else plug.Reach("before a commit");
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellation = default)
    {
        if (IsDiary(eventData)) plug.Demand();
        else plug.Reach("after a commit");
        return Task.CompletedTask;
    }

    /// <summary>When a job ran: nothing hangs on it.</summary>
    private static bool IsDiary(TransactionEventData happened) =>
        happened.Context?.ChangeTracker.Entries().Any() == true && happened.Context.ChangeTracker.Entries().All(e => e.Entity is JobRun);
}

/// <summary>Inside a transaction one write is like another: it is the commit that counts.</summary>
internal sealed class WriteSteps(PowerPlug plug) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellation = default)
    {
        plug.Demand();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellation = default)
    {
        plug.Demand();
        if (IsAlone(command)) plug.Reach("before " + Name(command));
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellation = default)
    {
        if (IsAlone(command)) plug.Reach("after " + Name(command));
        return ValueTask.FromResult(result);
    }

    private static bool IsAlone(DbCommand command) => command.Transaction is null
        && (command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal)
            || command.CommandText.StartsWith("DELETE", StringComparison.Ordinal));

    private static string Name(DbCommand command) => string.Join(' ', command.CommandText.Split(' ', '\n').Take(2));
}
