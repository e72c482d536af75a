using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Keys;

/// <summary>Remembers that a key was used just now.</summary>
[Internal]
public sealed record NoteKeyUse(string KeyId) : ICommand<Result>, IPlatformTransaction;

internal sealed class NoteKeyUseHandler(PlatformDb db, TimeProvider clock) : ICommandHandler<NoteKeyUse, Result>
{
    public async ValueTask<Result> Handle(NoteKeyUse command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.ApiKeys.Where(k => k.Id == command.KeyId)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.LastUsedAtUtc, now), cancellationToken);
        return Result.Success();
    }
}
