using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Identity.Team;

/// <summary>Mails each of a seller's owners, once for the key.</summary>
/// <param name="Key">What happened; each owner's id is put behind it.</param>
[Internal]
public sealed record MailOwners(string TenantId, string Key, MailText Text) : ICommand<Result>, IPlatformTransaction;

internal sealed class MailOwnersHandler(ISender sender) : ICommandHandler<MailOwners, Result>
{
    public async ValueTask<Result> Handle(MailOwners command, CancellationToken cancellationToken)
    {
        var owners = await sender.Send(new ListOwners(command.TenantId), cancellationToken);
        if (!owners.Ok) return owners.Error;
        foreach (var owner in owners.Value)
        {
            var queued = await sender.Send(
                new QueueMail($"{command.Key}/{owner.PersonId}", owner.Email, command.Text, command.TenantId), cancellationToken);
            if (!queued.Ok) return queued;
        }

        return Result.Success();
    }
}
