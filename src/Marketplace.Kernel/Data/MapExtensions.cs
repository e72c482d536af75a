using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Kernel.Data;

/// <summary>Words for entity maps, so that the rules of keys are written once.</summary>
public static class MapExtensions
{
    /// <summary>Tenant and Shared tables: (TenantId, Id), so that a stub with a foreign id updates nothing.</summary>
    public static void HasTenantKey<T>(this EntityTypeBuilder<T> entity) where T : class =>
        entity.HasKey("TenantId", "Id");

    /// <summary>ASCII text: codes, slugs, hashes.</summary>
    public static PropertyBuilder<TProperty> Ascii<TProperty>(this PropertyBuilder<TProperty> property, int length) =>
        property.HasMaxLength(length).IsUnicode(false);
}
