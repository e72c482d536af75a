using Marketplace.Accounts.Hooks.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Jobs;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Hooks;

/// <summary>Deletes a hundred deliveries that are older than thirty days; answers how many there were.</summary>
[Internal]
public sealed record ForgetOldHooks : ICommand<Result<int>>, IPlatformTransaction
{
    public const int BatchSize = 100;
}

internal sealed class ForgetOldHooksHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<ForgetOldHooks, Result<int>>
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public async ValueTask<Result<int>> Handle(ForgetOldHooks command, CancellationToken cancellationToken)
    {
        var border = Ids.NotBefore(clock.GetUtcNow() - Life);
        var old = await db.HookDeliveries.AsNoTracking().Where(d => string.Compare(d.Id, border) < 0).OrderBy(d => d.Id)
            .Take(ForgetOldHooks.BatchSize).Select(d => d.Id).ToListAsync(cancellationToken);
        return await db.HookDeliveries.Where(d => old.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}

internal sealed class ForgetOldHooksJob(ISender sender) : IJob
{
    public string Name => "forget-old-hooks";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (all, some) = (0, ForgetOldHooks.BatchSize);
        while (some == ForgetOldHooks.BatchSize)
        {
            some = (await sender.Send(new ForgetOldHooks(), cancellation)).Required();
            all += some;
        }

        return $"forgot {all} deliveries";
    }
}
