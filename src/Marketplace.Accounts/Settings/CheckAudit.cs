using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;

namespace Marketplace.Accounts.Settings;

/// <summary>Whether the audit log's chain is whole, or the first place where a row was changed or taken out.</summary>
[Admin(AdminPermissions.Audit)]
public sealed record CheckAudit : IQuery<Result<AuditState>>;

internal sealed class CheckAuditHandler(PlatformDb db) : IQueryHandler<CheckAudit, Result<AuditState>>
{
    public async ValueTask<Result<AuditState>> Handle(CheckAudit query, CancellationToken cancellationToken) =>
        await AuditCheck.RunAsync(db, cancellationToken);
}
