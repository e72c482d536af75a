using Marketplace.Web.Tests.World;
using Marketplace.Kernel.Data;
using Marketplace.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Web.Tests.Architecture;

public sealed class ModelRules
{
    private static readonly IModel Model = new DesignTimeFactory().CreateDbContext([]).Model;

    private static IEnumerable<IEntityType> Entities => Model.GetEntityTypes().Where(e => !e.IsOwned());

    [Fact]
    public void Migrations_say_what_the_model_says()
    {
        var databases = new Dictionary<string, DbContext>
        {
            ["SQLite"] = new DesignTimeFactory().CreateDbContext([]),
            ["PostgreSQL"] = new Marketplace.Migrations.PostgreSql.DesignTimeFactory().CreateDbContext([]),
            ["SQL Server"] = new Marketplace.Migrations.SqlServer.DesignTimeFactory().CreateDbContext([]),
        };

        Assert.All(databases, d => Assert.False(
            d.Value.Database.HasPendingModelChanges(), $"The model has changed since {d.Key}'s migration was written. Run "
            + "`make migration` (it takes a minute) and commit what it wrote; after a conflict in it, run it again."));
    }

    [Fact]
    public void Every_entity_says_whose_rows_it_has() =>
        Assert.All(Entities, e => Assert.True(Enum.IsDefined(OwnershipOf.Class(e.ClrType))));

    [Fact]
    public void A_sellers_rows_are_keyed_by_the_seller_so_that_a_stub_with_a_foreign_id_changes_nothing()
    {
        var wrong = Entities.Where(e => OwnershipOf.Class(e.ClrType) is Ownership.Tenant or Ownership.Shared
                or Ownership.PublishedBySeller)
            .Where(e => e.FindPrimaryKey()!.Properties[0].Name != "TenantId").Select(e => e.ClrType.Name);

        Nothing.In(wrong);
    }

    [Fact]
    public void Every_unique_index_of_a_sellers_table_is_led_by_the_seller()
    {
        var wrong = from entity in Entities
                    where OwnershipOf.Class(entity.ClrType) == Ownership.Tenant
                    from index in entity.GetIndexes()
                    where index.IsUnique && index.Properties[0].Name != "TenantId"
                    select $"{entity.ClrType.Name}: {string.Join(", ", index.Properties.Select(p => p.Name))}";

        Nothing.In(wrong);
    }

    [Fact]
    public void No_foreign_key_cascades() =>
        Assert.Empty(Entities.SelectMany(e => e.GetForeignKeys())
            .Where(k => !k.IsOwnership && k.DeleteBehavior != DeleteBehavior.NoAction)
            .Select(k => $"{k.DeclaringEntityType.ClrType.Name} -> {k.PrincipalEntityType.ClrType.Name}"));

    [Fact]
    public void A_foreign_key_between_sellers_tables_carries_the_seller()
    {
        var wrong = from entity in Entities
                    where OwnershipOf.Class(entity.ClrType) is Ownership.Tenant or Ownership.Shared
                    from key in entity.GetForeignKeys()
                    where OwnershipOf.Class(key.PrincipalEntityType.ClrType) is Ownership.Tenant or Ownership.Shared
                    where key.Properties.All(p => p.Name != "TenantId")
                    select $"{entity.ClrType.Name} -> {key.PrincipalEntityType.ClrType.Name}";

        Nothing.In(wrong);
    }

    [Fact]
    public void Keys_and_indexes_fit_sql_server()
    {
        var wide = Entities.SelectMany(e => e.GetKeys().Select(k => (Entity: e, k.Properties, Limit: 900))
                .Concat(e.GetIndexes().Select(i => (Entity: e, Properties: i.Properties, Limit: 1700))))
            .Where(k => k.Properties.Sum(Bytes) > k.Limit)
            .Select(k => $"{k.Entity.ClrType.Name}({string.Join(", ", k.Properties.Select(p => p.Name))}): {k.Properties.Sum(Bytes)}");

        Nothing.In(wide);
    }

    [Fact]
    public void Money_is_whole_minor_units_and_time_is_utc()
    {
        var wrong = Entities.SelectMany(e => e.GetProperties()).Where(p =>
                p.ClrType == typeof(decimal) || p.ClrType == typeof(double) || p.ClrType == typeof(float)
                || p.ClrType == typeof(DateTimeOffset)
                || (p.Name.EndsWith("Minor", StringComparison.Ordinal) && Underlying(p) != typeof(long))
                || (Underlying(p) == typeof(DateTime) && !p.Name.EndsWith("Utc", StringComparison.Ordinal)))
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}: {p.ClrType.Name}");

        Nothing.In(wrong);
    }

    private static Type Underlying(IReadOnlyPropertyBase property) =>
        Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static int Bytes(IProperty property) => Underlying(property) switch
    {
        var t when t == typeof(string) || t.IsEnum =>
            (property.GetMaxLength() ?? 100_000) * (property.IsUnicode() == false ? 1 : 2),
        var t when t == typeof(bool) => 1,
        var t when t == typeof(int) => 4,
        _ => 8,
    };
}
