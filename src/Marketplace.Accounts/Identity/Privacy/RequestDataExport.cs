using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Privacy;

/// <summary>Asks for a copy of all that is kept of the caller; one that was asked for today is the same. A mail follows.</summary>
[Person, Fresh]
public sealed record RequestDataExport : ICommand<Result>, IPlatformTransaction;

/// <summary>The file of one of the caller's own copies. Error: <c>privacy.no-export</c>.</summary>
[Person, Fresh]
public sealed record OpenDataExport(string ExportId) : IQuery<Result<string>>;

/// <summary>The caller's copies, and whether the account is about to go.</summary>
[Person]
public sealed record GetMyPrivacy : IQuery<Result<MyPrivacy>>;

/// <param name="DeletedAtUtc">Null when nobody asked for it.</param>
public sealed record MyPrivacy(IReadOnlyList<MyExport> Exports, DateTime? DeletedAtUtc);

public sealed record MyExport(string ExportId, DateTime RequestedAtUtc, DataExportState State, DateTime? UntilUtc);

public enum DataExportState
{
    Requested,
    Ready,
    /// <summary>Its time is over, the file is deleted.</summary>
    Expired,
}

/// <summary>A person wants to be forgotten; until the day they may think again.</summary>

internal sealed class DataExportHandlers(PlatformDb db, CallerAccessor caller, TimeProvider clock)
    : ICommandHandler<RequestDataExport, Result>, IQueryHandler<OpenDataExport, Result<string>>,
        IQueryHandler<GetMyPrivacy, Result<MyPrivacy>>
{
    public async ValueTask<Result> Handle(RequestDataExport command, CancellationToken cancellationToken)
    {
        var (personId, now) = (caller.Caller.PersonId!, clock.GetUtcNow().UtcDateTime);
        var yesterday = now.AddDays(-1);
        if (await db.DataExports.AnyAsync(e => e.PersonId == personId && e.RequestedAtUtc > yesterday, cancellationToken))
            return Result.Success();
        db.Add(new DataExport { Id = Ids.New(clock), PersonId = personId, RequestedAtUtc = now });
        return Result.Success();
    }

    public async ValueTask<Result<string>> Handle(OpenDataExport query, CancellationToken cancellationToken)
    {
        var (personId, now) = (caller.Caller.PersonId, clock.GetUtcNow().UtcDateTime);
        var export = await db.DataExports.AsNoTracking().SingleOrDefaultAsync(
            e => e.Id == query.ExportId && e.PersonId == personId && e.State == DataExportState.Ready && e.UntilUtc > now,
            cancellationToken);
        return export is null ? PrivacyErrors.NoExport : export.Path;
    }

    public async ValueTask<Result<MyPrivacy>> Handle(GetMyPrivacy query, CancellationToken cancellationToken)
    {
        var personId = caller.Caller.PersonId;
        var exports = await db.DataExports.AsNoTracking().Where(e => e.PersonId == personId)
            .OrderByDescending(e => e.RequestedAtUtc).Take(5)
            .Select(e => new MyExport(e.Id, e.RequestedAtUtc, e.State, e.UntilUtc)).ToListAsync(cancellationToken);
        var due = await db.AccountDeletions.Where(d => d.PersonId == personId).Select(d => (DateTime?)d.DueAtUtc)
            .SingleOrDefaultAsync(cancellationToken);
        return new MyPrivacy(exports, due);
    }
}
