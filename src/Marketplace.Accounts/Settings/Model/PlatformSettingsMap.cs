using Marketplace.Accounts.Settings.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Settings.Model;

internal sealed class PlatformSettingsMap : IEntityTypeConfiguration<PlatformSettings>
{
    public void Configure(EntityTypeBuilder<PlatformSettings> entity)
    {
        entity.ToTable("PlatformSettings");
        entity.HasKey(s => s.Id);
        entity.Property(s => s.Name).HasMaxLength(60);
        entity.Property(s => s.SupportEmail).HasMaxLength(256);
        entity.Property(s => s.HomeCountry).Ascii(2);
        IsList(entity.Property(s => s.Countries), 1000);
        IsList(entity.Property(s => s.Currencies), 400);
        IsList(entity.Property(s => s.Locales), 400);
    }

    /// <summary>Codes hold no comma.</summary>
    private static void IsList(PropertyBuilder<IReadOnlyList<string>> property, int length) => property
        .HasConversion(
            list => string.Join(',', list),
            text => text.Split(',', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>(
                (a, b) => a!.SequenceEqual(b!), list => string.Join(',', list).GetHashCode(StringComparison.Ordinal),
                list => list.ToArray()))
        .Ascii(length);
}

internal sealed class LegalTextMap : IEntityTypeConfiguration<LegalText>
{
    public const int MaximumLength = 100_000;

    public void Configure(EntityTypeBuilder<LegalText> entity)
    {
        entity.ToTable("LegalTexts");
        entity.HasKey(t => new { t.Kind, t.TextVersion });
        entity.Property(t => t.Text).HasMaxLength(MaximumLength);
    }
}

internal static class SettingsSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<PlatformSettings> PlatformSettings => db.Set<PlatformSettings>();
        public DbSet<LegalText> LegalTexts => db.Set<LegalText>();
    }
}
