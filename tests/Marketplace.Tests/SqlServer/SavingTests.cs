using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using System.Runtime.CompilerServices;

namespace Marketplace.Tests.SqlServer;

/// <summary>What EF says to SQL Server when rows are saved: for every entity of the model, alone and many at once.</summary>
public sealed class SavingTests
{
    [Theory]
    [InlineData(EntityState.Added, 1)]
    [InlineData(EntityState.Added, 50)]
    [InlineData(EntityState.Modified, 1)]
    [InlineData(EntityState.Deleted, 1)]
    public void Rows_of_every_entity_are_saved_with_T_SQL(EntityState state, int rows)
    {
        using var model = SilentSqlServer.Open(typeof(PlatformDb));
        foreach (var entity in OwnershipOf.Tables(model.Model))
        {
            // What is written once is never changed.
            if (state != EntityState.Added && typeof(IAppendOnly).IsAssignableFrom(entity.ClrType)) continue;
            using var db = SilentSqlServer.Open(typeof(PlatformDb));
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            for (var i = 0; i < rows; i++) Put(db, entity, state, i);

            var said = SilentSqlServer.Listen(() => db.SaveChanges());

            // A row that is nothing but its key has nothing to change.
            if (state == EntityState.Modified && entity.GetProperties().All(p => p.IsPrimaryKey())) continue;
            Assert.True(said.Count > 0, $"{entity.ClrType.Name}: nothing was said.");
            Assert.Empty(said.SelectMany(s => TSql.Errors(s.Declarations + s.Sql)));
            ForOtherTools.Add(said);
        }
    }

    private static void Put(MarketplaceDb db, IEntityType entity, EntityState state, int number)
    {
        var row = Fill(entity);
        foreach (var key in entity.FindPrimaryKey()!.Properties.Where(p => !p.IsShadowProperty())) Set(key, row, Key(key.ClrType, number));
        var entry = db.Entry(row);
        entry.State = state;
        if (state == EntityState.Modified) MarkAll(entry);
    }

    private static object? Key(Type type, int number) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => Enum.GetValues(type).GetValue(number % Enum.GetValues(type).Length),
        TypeCode.String => $"key{number}",
        TypeCode.Int32 or TypeCode.Int64 => Convert.ChangeType(number + 1, type, System.Globalization.CultureInfo.InvariantCulture),
        _ when type == typeof(byte[]) => new[] { (byte)number },
        _ => Samples.Value(type, Sample.Plain),
    };

    /// <summary>Values in every column, those inside complex values too.</summary>
    private static object Fill(ITypeBase type)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty())) Set(property, row, Samples.Value(property.ClrType, Sample.Plain));
        foreach (var part in type.GetComplexProperties()) Set(part, row, Fill(part.ComplexType));
        return row;
    }

    private static void Set(IPropertyBase property, object row, object? value)
    {
        if (property.FieldInfo is { } field) field.SetValue(row, value);
        else property.PropertyInfo!.SetValue(row, value);
    }

    /// <summary>All that may change.</summary>
    private static void MarkAll(EntityEntry entry)
    {
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey()))
            property.IsModified = property.Metadata.GetAfterSaveBehavior() == PropertySaveBehavior.Save;
    }
}
