using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
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
        RuleFor(k => k.Name).Must(n => n.Trim() != "").WithMessage("Give the key a name that says what uses it.")
            .MaximumLength(60).WithMessage("A name has at most 60 characters.");
        RuleFor(k => k.Scopes).NotEmpty().WithMessage("Choose at least one thing that the key may do.")
            .Must(s => s.All(ApiScopes.All.Contains)).WithMessage("Choose from what is offered.");
        RuleFor(k => k.LastDay).Must(d => d is null || d >= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            .WithMessage("The last day lies in the past.");
    }
}

internal sealed class CreateApiKeyHandler(PlatformDb db, CallerAccessor caller, AuditTrail audit, TimeProvider clock)
    : ICommandHandler<CreateApiKey, Result<NewApiKey>>
{
    private const int Most = 20;

    public async ValueTask<Result<NewApiKey>> Handle(CreateApiKey command, CancellationToken cancellationToken)
    {
        var (tenantId, now) = (caller.Caller.TenantId!, clock.GetUtcNow().UtcDateTime);
        var working = await db.ApiKeys.CountAsync(
            k => k.TenantId == tenantId && k.RevokedAtUtc == null && (k.UntilUtc == null || k.UntilUtc > now), cancellationToken);
        if (working >= Most) return IdentityErrors.TooManyKeys;
        var (token, prefix) = KeyToken.New();
        var key = new ApiKey
        {
            Id = Ids.New(clock), TenantId = tenantId, Name = command.Name.Trim(), Prefix = prefix, Hash = OneTimeToken.HashOf(token),
            Scopes = [.. ApiScopes.All.Where(command.Scopes.Contains)], MadeById = caller.Caller.PersonId!, AtUtc = now,
            UntilUtc = command.LastDay?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        };
        db.ApiKeys.Add(key);
        audit.Note(db, "api-key.made", "api-key", key.Id, $"{key.Name} ({prefix}): {string.Join(", ", key.Scopes)}", tenantId);
        return new NewApiKey(key.Id, token);
    }
}
