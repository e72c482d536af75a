using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Money.Payments.Model;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Money.Payments;

/// <summary>Makes one call to Stripe that waits; the job's way to it.</summary>
[Internal]
public sealed record RunPaymentCommand(string CommandId) : ICommand<Result>;

/// <summary>Gives a command back: it is tried again later, under the same key, or a new one after a final failure.</summary>
[Internal]
public sealed record PostponeCommand(string CommandId, string Why, bool TakeNewKey) : ICommand<Result>, IPlatformTransaction;

internal sealed class RunPaymentCommandHandler(PaymentCommandRunner runner) : ICommandHandler<RunPaymentCommand, Result>
{
    public async ValueTask<Result> Handle(RunPaymentCommand command, CancellationToken cancellationToken)
    {
        await runner.RunAsync(command.CommandId, cancellationToken);
        return Result.Success();
    }
}

internal sealed class PostponeCommandHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<PostponeCommand, Result>
{
    public async ValueTask<Result> Handle(PostponeCommand command, CancellationToken cancellationToken)
    {
        var row = await db.PaymentCommands.SingleAsync(c => c.Id == command.CommandId, cancellationToken);
        if (row.State != PaymentCommandState.New) return Result.Success();
        (row.LeaseId, row.LeasedUntilUtc) = (null, null);
        row.DueAtUtc = clock.GetUtcNow().UtcDateTime.AddSeconds(Math.Min(900, 1 << Math.Min(row.Attempts, 10)));
        row.LastError = command.Why.Length > 1000 ? command.Why[..1000] : command.Why;
        if (command.TakeNewKey) row.KeyGeneration++;
        return Result.Success();
    }
}

/// <summary>Resumes what a crash, an outage or a buyer who went away has left.</summary>
internal sealed class RunPaymentCommandsJob(PlatformDb db, ISender sender, TimeProvider clock) : IJob
{
    private const int Batch = 50;

    public string Name => "run-payment-commands";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.PaymentCommands.AsNoTracking()
            .Where(c => c.State == PaymentCommandState.New && c.DueAtUtc <= now
                && (c.LeasedUntilUtc == null || c.LeasedUntilUtc < now))
            .OrderBy(c => c.DueAtUtc).ThenBy(c => c.Id).Take(Batch).Select(c => c.Id).ToListAsync(cancellation);
        foreach (var id in due) await sender.Send(new RunPaymentCommand(id), cancellation);
        return $"made {due.Count} calls";
    }
}
