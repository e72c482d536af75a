using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Accounts.Hooks.Contracts;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Hooks.Model;

/// <summary>
/// An event on its way to one webhook. Its id is what the receiver tells repeats by: it stays, however often it is sent.
/// </summary>
internal sealed class HookDelivery : IJournalRow
{
    public const int KeptAttempts = 20;

    public required string Id { get; init; }
    public string? TenantId { get; init; }
    public string? BuyerId { get; init; }
    public required string EndpointId { get; init; }
    public required string EventType { get; init; }
    public required string Payload { get; init; }
    public required DateTime AtUtc { get; init; }
    public required DateTime DueAtUtc { get; init; }
    public HookDeliveryState State { get; init; }

    /// <summary>Claims since it was queued or last replayed; the times to wait follow from it.</summary>
    public int Attempts { get; init; }
    public string? LeaseId { get; init; }
    public DateTime? LeasedUntilUtc { get; init; }

    /// <summary>The last of them last.</summary>
    public List<HookAttempt> Log { get; init; } = [];

    public static string PublicId(string id) => Ids.Public("msg", id);

    /// <param name="atUtc">When it happened, not when it is told.</param>
    public static HookDelivery Of(HookEndpoint endpoint, string type, DateTime atUtc, JsonNode data, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var body = new JsonObject { ["type"] = type, ["timestamp"] = JsonSerializer.SerializeToNode(atUtc), ["data"] = data };
        return new HookDelivery
        {
            Id = Ids.New(clock), TenantId = endpoint.TenantId, EndpointId = endpoint.Id, EventType = type,
            Payload = body.ToJsonString(), AtUtc = now, DueAtUtc = now,
        };
    }
}

internal sealed class HookDeliveryMap : IEntityTypeConfiguration<HookDelivery>
{
    public void Configure(EntityTypeBuilder<HookDelivery> entity)
    {
        entity.ToTable("HookDeliveries");
        entity.HasKey(d => d.Id);
        entity.Property(d => d.EventType).Ascii(60);
        entity.Property(d => d.Payload).HasMaxLength(20_000);
        entity.Property(d => d.Log).AsJson().HasMaxLength(60_000);
        entity.HasIndex(d => new { d.State, d.DueAtUtc });
        entity.HasIndex(d => new { d.EndpointId, d.State, d.DueAtUtc });
        entity.HasIndex(d => new { d.TenantId, d.EndpointId, d.Id });
    }
}

internal static class HookSets
{
    extension(MarketplaceDb db)
    {
        public DbSet<HookEndpoint> HookEndpoints => db.Set<HookEndpoint>();
        public DbSet<HookDelivery> HookDeliveries => db.Set<HookDelivery>();
    }
}
