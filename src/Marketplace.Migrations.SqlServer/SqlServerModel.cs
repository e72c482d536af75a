using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Migrations.SqlServer;

/// <summary>What the one model says besides on SQL Server: how text is compared, and which tables have a trigger.</summary>
internal sealed class SqlServerModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in Flatten(entity).Where(IsText)) property.SetCollation(SqlServerProvider.Collation);
            // EF must not ask such a table for what it wrote: OUTPUT is refused where a trigger stands.
            if (typeof(IAppendOnly).IsAssignableFrom(entity.ClrType)) entity.AddTrigger(Security.Policies.OnceTrigger(entity));
        }
    }

    /// <summary>As a convention: a value that EF takes for an entity until the model is complete must not become one by this.</summary>
    private static IEnumerable<IConventionProperty> Flatten(IReadOnlyTypeBase type) => type.GetProperties()
        .Cast<IConventionProperty>().Concat(type.GetComplexProperties().SelectMany(c => Flatten(c.ComplexType)));

    private static bool IsText(IReadOnlyProperty property) =>
        (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string);
}
