using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Reminders;

/// <summary>Whether mails ask to go on with the application when it stands still.</summary>
[Seller(SellerPermissions.Settings)]
public sealed record SwitchReminders(bool On) : ICommand<Result>, IPlatformTransaction;

internal sealed class SwitchRemindersHandler(PlatformDb db, CallerAccessor caller) : ICommandHandler<SwitchReminders, Result>
{
    public async ValueTask<Result> Handle(SwitchReminders command, CancellationToken cancellationToken)
    {
        var seller = await db.Sellers.SingleAsync(s => s.Id == caller.Caller.TenantId, cancellationToken);
        seller.RemindersOff = !command.On;
        return Result.Success();
    }
}
