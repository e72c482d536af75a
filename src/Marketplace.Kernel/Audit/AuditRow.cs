using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Kernel.Audit;

/// <summary>
/// Who did what to which thing, and why. Written unchained by whoever acts; a platform job later seals rows into a
/// hash chain (<see cref="Sequence"/>, <see cref="Hash"/>), so that none can be taken out unseen.
/// </summary>
public sealed class AuditRow : IJournalRow
{
    public required string Id { get; init; }
    public required DateTime AtUtc { get; init; }
    public required string Actor { get; init; }
    public required string Action { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectId { get; init; }
    public string? TenantId { get; init; }
    public string? BuyerId { get; init; }
    /// <summary>Words for people: names and ids, never secrets.</summary>
    public required string Detail { get; init; }
    public long? Sequence { get; init; }
    public string? Hash { get; init; }
}

internal sealed class AuditRowMap : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> entity)
    {
        entity.ToTable("Audit");
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Actor).Ascii(64);
        entity.Property(r => r.Action).Ascii(80);
        entity.Property(r => r.SubjectKind).Ascii(40);
        entity.Property(r => r.SubjectId).Ascii(64);
        entity.Property(r => r.Detail).HasMaxLength(2000);
        entity.Property(r => r.Hash).Ascii(64);
        entity.HasIndex(r => r.AtUtc);
        entity.HasIndex(r => new { r.TenantId, r.AtUtc });
        entity.HasIndex(r => new { r.SubjectKind, r.SubjectId });
        entity.HasIndex(r => new { r.Actor, r.Id });
        entity.HasIndex(r => r.Sequence).IsUnique();
    }
}

/// <summary>Adds audit rows to the running transaction.</summary>
public sealed class AuditTrail(CallerAccessor caller, TimeProvider clock)
{
    public void Note(MarketplaceDb db, string action, string subjectKind, string subjectId, string detail, string? tenantId = null) =>
        db.Add(new AuditRow
        {
            Id = Ids.New(clock), AtUtc = clock.GetUtcNow().UtcDateTime, Actor = caller.Caller.Actor, Action = action,
            SubjectKind = subjectKind, SubjectId = subjectId, TenantId = tenantId ?? caller.Caller.TenantId,
            BuyerId = caller.Caller.BuyerId, Detail = detail,
        });
}
