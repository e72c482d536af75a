using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Keys;

/// <summary>Makes a key into the console. Its text is answered here and can never be read again. Error: api-key.full.</summary>
[Admin(AdminPermissions.Keys), Fresh]
public sealed record CreateStaffKey(string Name, IReadOnlyList<string> Scopes) : ICommand<Result<NewApiKey>>, IPlatformTransaction;

/// <summary>The console's keys, the newest first; those that ended are kept for a look back.</summary>
[Admin(AdminPermissions.Keys)]
public sealed record ListStaffKeys : IQuery<Result<IReadOnlyList<ApiKeyRow>>>;

/// <summary>Ends a key with its next use. Error: api-key.not-found, also for one that has ended before.</summary>
[Admin(AdminPermissions.Keys)]
public sealed record RevokeStaffKey(string KeyId) : ICommand<Result>, IPlatformTransaction;

internal sealed class CreateStaffKeyValidator : AbstractValidator<CreateStaffKey>
{
    public CreateStaffKeyValidator()
    {
        RuleFor(k => k.Name).IsKeyName();
        RuleFor(k => k.Scopes).AreKeyScopes(StaffScopes.All);
    }
}

internal sealed class StaffKeyHandlers(PlatformDb db, KeyMaker keys, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<CreateStaffKey, Result<NewApiKey>>, ICommandHandler<RevokeStaffKey, Result>
{
    public async ValueTask<Result<NewApiKey>> Handle(CreateStaffKey command, CancellationToken cancellationToken)
    {
        if (await db.ApiKeys.CountAsync(k => k.TenantId == ApiKey.OfStaff && k.RevokedAtUtc == null, cancellationToken) >= KeyMaker.Most)
            return IdentityErrors.TooManyKeys;
        return keys.Make(ApiKey.OfStaff, command.Name, StaffScopes.All.Where(command.Scopes.Contains));
    }

    public async ValueTask<Result> Handle(RevokeStaffKey command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = await db.ApiKeys.Where(k => k.TenantId == ApiKey.OfStaff && k.Id == command.KeyId && k.RevokedAtUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAtUtc, now), cancellationToken);
        if (ended == 0) return IdentityErrors.NoSuchKey;
        audit.Note(db, "api-key.revoked", "api-key", command.KeyId, "");
        return Result.Success();
    }
}

internal sealed class ListStaffKeysHandler(PlatformDb db) : IQueryHandler<ListStaffKeys, Result<IReadOnlyList<ApiKeyRow>>>
{
    public async ValueTask<Result<IReadOnlyList<ApiKeyRow>>> Handle(ListStaffKeys query, CancellationToken cancellationToken) =>
        await db.ApiKeys.AsNoTracking().Where(k => k.TenantId == ApiKey.OfStaff)
            .Join(db.People, k => k.MadeById, p => p.Id, (k, p) => new { k, p }).OrderByDescending(x => x.k.Id).Take(100)
            .Select(x => new ApiKeyRow(
                x.k.Id, x.k.Name, x.k.Prefix, x.k.Scopes, x.p.Name, x.p.DisabledAtUtc == null && x.p.AdminRole != null, x.k.AtUtc,
                x.k.UntilUtc, x.k.LastUsedAtUtc, x.k.RevokedAtUtc))
            .ToListAsync(cancellationToken);
}
