using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Identity.Model;

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> entity)
    {
        entity.ToTable("People");
        entity.HasKey(p => p.Id);
        entity.Property(p => p.Name).HasMaxLength(100);
        entity.Property(p => p.Locale).Ascii(12);
        entity.Property(p => p.UserName).HasMaxLength(256);
        entity.Property(p => p.NormalizedUserName).HasMaxLength(256);
        entity.Property(p => p.Email).HasMaxLength(256);
        entity.Property(p => p.NormalizedEmail).HasMaxLength(256);
        entity.Property(p => p.PasswordHash).Ascii(200);
        entity.Property(p => p.SecurityStamp).Ascii(64);
        entity.Property(p => p.ConcurrencyStamp).Ascii(64).IsConcurrencyToken();
        entity.Property(p => p.PhoneNumber).HasMaxLength(40);
        entity.Property(p => p.TotpSecret).Ascii(500);
        entity.Property(p => p.TotpPending).Ascii(500);
        entity.HasIndex(p => p.NormalizedEmail).IsUnique();
        entity.HasIndex(p => p.NormalizedUserName).IsUnique();
        entity.HasIndex(p => p.BuyerId).IsUnique();
        entity.HasIndex(p => p.AdminRole);
    }
}

internal sealed class PersonClaimMap : IEntityTypeConfiguration<PersonClaim>
{
    public void Configure(EntityTypeBuilder<PersonClaim> entity)
    {
        entity.ToTable("PersonClaims");
        entity.HasKey(c => c.Id);
        entity.Property(c => c.ClaimType).HasMaxLength(200);
        entity.Property(c => c.ClaimValue).HasMaxLength(1000);
        entity.HasIndex(c => c.UserId);
        entity.HasOne<Person>().WithMany().HasForeignKey(c => c.UserId);
    }
}

internal sealed class PersonLoginMap : IEntityTypeConfiguration<PersonLogin>
{
    public void Configure(EntityTypeBuilder<PersonLogin> entity)
    {
        entity.ToTable("PersonLogins");
        entity.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        entity.Property(l => l.LoginProvider).Ascii(60);
        entity.Property(l => l.ProviderKey).Ascii(200);
        entity.Property(l => l.ProviderDisplayName).HasMaxLength(100);
        entity.HasIndex(l => l.UserId);
        entity.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId);
    }
}

internal sealed class PersonTokenMap : IEntityTypeConfiguration<PersonToken>
{
    public void Configure(EntityTypeBuilder<PersonToken> entity)
    {
        entity.ToTable("PersonTokens");
        entity.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        entity.Property(t => t.LoginProvider).Ascii(60);
        entity.Property(t => t.Name).Ascii(60);
        entity.Property(t => t.Value).HasMaxLength(1000);
        entity.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId);
    }
}

internal sealed class PersonPasskeyMap : IEntityTypeConfiguration<PersonPasskey>
{
    public void Configure(EntityTypeBuilder<PersonPasskey> entity)
    {
        entity.ToTable("PersonPasskeys");
        entity.HasKey(p => p.CredentialId);
        // WebAuthn allows 1,023 bytes, SQL Server's clustered key 900; authenticators make 16 to 300.
        entity.Property(p => p.CredentialId).HasMaxLength(800);
        entity.OwnsOne(p => p.Data).ToJson();
        entity.HasIndex(p => p.UserId);
        entity.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId);
    }
}
