using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Kernel.Data;

/// <summary>
/// What holds for every column: ids are short ASCII text of variable length, instants are UTC, enums are words,
/// foreign keys never cascade, versions are concurrency tokens, a tenant's id never changes.
/// </summary>
internal static class ModelConventions
{
    private static readonly ValueConverter<DateTime, DateTime> Utc = new(
        v => v.Kind == DateTimeKind.Utc ? v : DateTime.SpecifyKind(v, DateTimeKind.Utc),
        v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    public static void Apply(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) Apply(property);
            foreach (var key in entity.GetForeignKeys().Where(k => !k.IsOwnership))
                key.DeleteBehavior = DeleteBehavior.NoAction;
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    private static void Apply(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(DateTime) && property.GetValueConverter() is null) property.SetValueConverter(Utc);
        if (type.IsEnum && property.GetValueConverter() is null)
        {
            property.SetProviderClrType(typeof(string));
            property.SetMaxLength(property.GetMaxLength() ?? 24);
            property.SetIsUnicode(false);
        }

        if (type != typeof(string)) return;
        if (property.Name.EndsWith("Id", StringComparison.Ordinal) && property.GetMaxLength() is null)
        {
            property.SetMaxLength(Values.Ids.Length);
            property.SetIsUnicode(false);
        }

        if (property.Name is "TenantId" or "BuyerId" && !property.IsNullable && !property.IsPrimaryKey())
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}
