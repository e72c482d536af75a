using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Staff;

/// <summary>
/// All that <see cref="ListAudit"/> finds page by page, in one answer, the newest 20,000; that somebody took it is noted in the log itself.
/// </summary>
[Admin(AdminPermissions.Audit)]
public sealed record ExportAudit(ListAudit Asked) : ICommand<Result<IReadOnlyList<AuditLine>>>, IPlatformTransaction;

internal sealed class ExportAuditHandler(PlatformDb db, ILookupNormalizer normalizer, AuditTrail audit)
    : ICommandHandler<ExportAudit, Result<IReadOnlyList<AuditLine>>>
{
    private const int Most = 20_000;

    public async ValueTask<Result<IReadOnlyList<AuditLine>>> Handle(ExportAudit command, CancellationToken cancellationToken)
    {
        var lines = await (await AuditReading.FindAsync(db, normalizer, command.Asked, cancellationToken))
            .OrderByDescending(a => a.Id).Take(Most).Select(AuditReading.Line(db)).ToListAsync(cancellationToken);
        audit.Note(db, "audit.exported", "audit", "log", $"{lines.Count} entries");
        return lines;
    }
}
