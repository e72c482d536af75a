using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Kernel.Data;

/// <summary>The named filters of each context type. EF keeps one model per type, so they never mix.</summary>
internal static class OwnershipFilters
{
    public const string Tenant = "__tenant__";
    public const string Buyer = "__buyer__";
    public const string Nobody = "__nobody__";

    public static void Apply(ModelBuilder modelBuilder, MarketplaceDb db)
    {
        if (db.Sight.Eyes == Eyes.Platform) return;
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => IsRoot(e) && !IsGuess(e)))
        {
            var ownership = OwnershipOf.Class(entity.ClrType);
            if (Filter(ownership, db) is not ({ } name, { } column))
            {
                if (ownership == Ownership.Platform || Hidden(ownership, db.Sight.Eyes))
                    entity.SetQueryFilter(Nobody, False(entity.ClrType));
                continue;
            }

            entity.SetQueryFilter(name, Equal(entity.ClrType, column, db));
        }
    }

    /// <summary>
    /// A value (a complex property, a list in a JSON column, and what these hold) that EF first took for an entity.
    /// Nothing mapped leads to it any more, and EF forgets it when the model is complete; one that something mapped
    /// leads to must declare its class.
    /// </summary>
    private static bool IsGuess(IMutableEntityType entity) => IsByConvention(entity)
        && !entity.Model.GetEntityTypes().Where(e => !IsByConvention(e))
            .SelectMany(e => e.GetNavigations()).Any(n => n.TargetEntityType == entity);

    private static bool IsByConvention(IMutableEntityType entity) =>
        ((IConventionEntityType)entity).GetConfigurationSource() == ConfigurationSource.Convention;

    private static bool IsRoot(IMutableEntityType entity) => !entity.IsOwned() && entity.BaseType is null;

    private static bool Hidden(Ownership ownership, Eyes eyes) => ownership == Ownership.Tenant && eyes == Eyes.Buyer;

    private static (string? Name, string? Column) Filter(Ownership ownership, MarketplaceDb db) =>
        (ownership, db.Sight.Eyes) switch
        {
            (Ownership.Tenant or Ownership.Shared or Ownership.Journal, Eyes.Seller) => (Tenant, nameof(db.TenantId)),
            (Ownership.Shared or Ownership.Journal, Eyes.Buyer) => (Buyer, nameof(db.BuyerId)),
            _ => (null, null),
        };

    /// <summary><c>row => row.Column == db.Column</c>, where EF reads <c>db</c> anew for each query.</summary>
    private static LambdaExpression Equal(Type entity, string column, MarketplaceDb db)
    {
        var row = Expression.Parameter(entity, "row");
        return Expression.Lambda(
            Expression.Equal(Expression.Property(row, column), Expression.Property(Expression.Constant(db), column)), row);
    }

    private static LambdaExpression False(Type entity) =>
        Expression.Lambda(Expression.Constant(false), Expression.Parameter(entity, "row"));
}
