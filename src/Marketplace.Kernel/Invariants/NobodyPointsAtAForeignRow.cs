using System.Reflection;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Kernel.Invariants;

/// <summary>
/// Discovered from the model: wherever a row with a seller names another row with a seller, by a foreign key or by a
/// column that is called like it (<c>ListingId</c>), both are of one seller.
/// </summary>
internal sealed class NobodyPointsAtAForeignRow(PlatformDb db) : IInvariant
{
    private const string Tenant = "TenantId";
    private const string Key = "Id";

    public string Name => "no-foreign-row";

    public string Says => "A seller's row refers to rows of the same seller only.";

    public async Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation)
    {
        var breaches = new List<Breach>();
        foreach (var (from, column, to) in References(db.Model))
        {
            var find = Find.MakeGenericMethod(from.ClrType, to.ClrType);
            var ids = await (Task<List<string>>)find.Invoke(this, [column, cancellation])!;
            breaches.AddRange(ids.Select(id => new Breach($"{from.ClrType.Name}.{column} {id}", $"a {to.ClrType.Name} of another seller")));
        }

        return [.. breaches.Take(Breach.Most)];
    }

    /// <summary>Every column that names a row of which each has a seller.</summary>
    internal static IEnumerable<(IEntityType From, string Column, IEntityType To)> References(IModel model)
    {
        var owned = model.GetEntityTypes().Where(e => !e.IsOwned() && e.FindProperty(Tenant) is not null).ToList();
        var named = owned.Where(e => e.FindPrimaryKey()!.Properties.Any(p => p.Name == Key))
            .ToDictionary(e => e.ClrType.Name + Key, StringComparer.Ordinal);
        foreach (var entity in owned)
            foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string) && p.Name is not (Tenant or Key)))
            {
                var keys = property.GetContainingForeignKeys().Select(k => k.PrincipalEntityType).FirstOrDefault(owned.Contains);
                if ((keys ?? named.GetValueOrDefault(property.Name)) is { } to && to != entity) yield return (entity, property.Name, to);
            }
    }

    private static readonly MethodInfo Find =
        typeof(NobodyPointsAtAForeignRow).GetMethod(nameof(FindAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private Task<List<string>> FindAsync<TFrom, TTo>(string column, CancellationToken cancellation)
        where TFrom : class where TTo : class =>
        (from row in db.Set<TFrom>().AsNoTracking()
         join other in db.Set<TTo>() on EF.Property<string>(row, column) equals EF.Property<string>(other, Key)
         where EF.Property<string>(row, Tenant) != EF.Property<string>(other, Tenant)
         orderby EF.Property<string>(row, column)
         select EF.Property<string>(row, column)).Take(Breach.Most).ToListAsync(cancellation);
}
