using FluentValidation;
using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Accounts.Settings.Model;
using Marketplace.Kernel.Audit;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Messaging;
using Marketplace.Kernel.Results;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Settings.Features;

/// <summary>Every feature that can be switched, and how it is.</summary>
[Admin(AdminPermissions.Settings)]
public sealed record ListFeatures : IQuery<Result<IReadOnlyList<FeatureLine>>>;

/// <param name="Sellers">Slugs of the shops that have it, where only some do.</param>
/// <param name="ChangedAtUtc">Null: never switched.</param>
public sealed record FeatureLine(
    Feature Feature, FeatureState State, int Percent, IReadOnlyList<string> Sellers, DateTime? ChangedAtUtc, long Version);

/// <summary>
/// Switches a feature; every process follows within five seconds. Errors: feature.changed, feature.no-seller.
/// </summary>
/// <param name="Version">The version that was seen; 0 for one that was never switched.</param>
/// <param name="Percent">Of the buyers, where only some have it.</param>
/// <param name="Sellers">Slugs of shops.</param>
[Admin(AdminPermissions.Settings)]
public sealed record SwitchFeature(Feature Feature, long Version, FeatureState State, int Percent, IReadOnlyList<string> Sellers)
    : ICommand<Result>, IPlatformTransaction;

internal sealed class SwitchFeatureValidator : AbstractValidator<SwitchFeature>
{
    public SwitchFeatureValidator()
    {
        RuleFor(s => s.Feature).IsInEnum();
        RuleFor(s => s.State).IsInEnum();
        RuleFor(s => s.Percent).InclusiveBetween(0, 100).WithMessage("Between 0 and 100 percent.");
        RuleFor(s => s.Sellers).Must(s => s.Count <= FeatureFlag.MostSellers).WithMessage("At most 200 shops.");
    }
}

internal sealed class SwitchFeatureHandler(
    PlatformDb db, IDatabaseProvider database, AuditTrail audit, FeatureReader features, TimeProvider clock)
    : ICommandHandler<SwitchFeature, Result>, IQueryHandler<ListFeatures, Result<IReadOnlyList<FeatureLine>>>
{
    public async ValueTask<Result<IReadOnlyList<FeatureLine>>> Handle(ListFeatures query, CancellationToken cancellationToken)
    {
        var flags = await db.FeatureFlags.AsNoTracking().ToDictionaryAsync(f => f.Name, StringComparer.Ordinal, cancellationToken);
        var ids = flags.Values.SelectMany(f => f.SellerIds).Distinct(StringComparer.Ordinal).ToList();
        var slugs = await db.SellerProfiles.Where(s => ids.Contains(s.TenantId))
            .ToDictionaryAsync(s => s.TenantId, s => s.Slug, cancellationToken);
        return Result<IReadOnlyList<FeatureLine>>.Success(
        [
            .. Enum.GetValues<Feature>().Select(feature => flags.TryGetValue(feature.ToString(), out var flag)
                ? new FeatureLine(
                    feature, flag.State, flag.Percent, [.. flag.SellerIds.Where(slugs.ContainsKey).Select(id => slugs[id])],
                    flag.ChangedAtUtc, flag.Version)
                : new FeatureLine(feature, FeatureState.On, 0, [], null, 0)),
        ]);
    }

    public async ValueTask<Result> Handle(SwitchFeature command, CancellationToken cancellationToken)
    {
        var slugs = command.Sellers.Distinct(StringComparer.Ordinal).ToList();
        var known = await db.SellerProfiles.Where(s => slugs.Contains(s.Slug))
            .ToDictionaryAsync(s => s.Slug, s => s.TenantId, StringComparer.Ordinal, cancellationToken);
        if (slugs.Find(s => !known.ContainsKey(s)) is { } unknown) return FeatureErrors.NoSeller(unknown);
        var name = command.Feature.ToString();
        var flag = await db.FeatureFlags.SingleOrDefaultAsync(f => f.Name == name, cancellationToken);
        if ((flag?.Version ?? 0) != command.Version) return FeatureErrors.Changed;
        if (flag is null) db.Add(flag = new FeatureFlag { Name = name, Version = 1 });
        (flag.State, flag.Percent, flag.SellerIds) = (command.State, command.Percent, [.. slugs.Select(s => known[s])]);
        flag.ChangedAtUtc = clock.GetUtcNow().UtcDateTime;
        audit.Note(db, "feature.switched", "feature", name, Say(command));
        if (!await db.TrySaveAsync(database, cancellationToken)) return FeatureErrors.Changed;
        features.Forget();
        return Result.Success();
    }

    private static string Say(SwitchFeature command) => command.State switch
    {
        FeatureState.On => "on for everybody",
        FeatureState.Off => "off for everybody",
        FeatureState.Some => $"on for {command.Percent} % of the buyers and for {string.Join(", ", command.Sellers)}",
    };
}
