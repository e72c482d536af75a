using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Keys;

/// <summary>Makes a key. Its text is answered here and can never be read again. Error: api-key.full.</summary>
/// <param name="LastDay">The last day on which it works, in UTC; null: until it is revoked.</param>
[Seller(SellerPermissions.Keys)]
public sealed record CreateApiKey(string Name, IReadOnlyList<string> Scopes, DateOnly? LastDay = null)
    : ICommand<Result<NewApiKey>>, IPlatformTransaction;

public sealed record NewApiKey(string Id, string Token);

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKey>
{
    public CreateApiKeyValidator(TimeProvider clock)
    {
        RuleFor(k => k.Name).IsKeyName();
        RuleFor(k => k.Scopes).AreKeyScopes(ApiScopes.All);
        RuleFor(k => k.LastDay).Must(d => d is null || d >= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            .WithMessage("The last day lies in the past.");
    }
}

internal sealed class CreateApiKeyHandler(PlatformDb db, CallerAccessor caller, KeyMaker keys, TimeProvider clock)
    : ICommandHandler<CreateApiKey, Result<NewApiKey>>
{
    public async ValueTask<Result<NewApiKey>> Handle(CreateApiKey command, CancellationToken cancellationToken)
    {
        var (tenantId, now) = (caller.Caller.TenantId!, clock.GetUtcNow().UtcDateTime);
        var working = await db.ApiKeys.CountAsync(
            k => k.TenantId == tenantId && k.RevokedAtUtc == null && (k.UntilUtc == null || k.UntilUtc > now), cancellationToken);
        if (working >= KeyMaker.Most) return IdentityErrors.TooManyKeys;
        return keys.Make(
            tenantId, command.Name, ApiScopes.All.Where(command.Scopes.Contains),
            command.LastDay?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }
}
