using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Sellers.Model;

/// <summary>The platform's file on a seller. Its id is the tenant's id.</summary>
internal sealed class Seller : IPlatformRow, IVersioned
{
    public required string Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; set; }
    public required string Country { get; set; }
    public SellerState State { get; private set; } = SellerState.Applying;

    /// <summary>The reviewer's words with the last move, shown to the seller.</summary>
    public string StateReason { get; private set; } = "";
    public required DateTime AppliedAtUtc { get; init; }
    public DateTime StateAtUtc { get; private set; }

    /// <summary>The connected account at Stripe, and whether transfers to it are possible.</summary>
    public string? PayoutAccountId { get; set; }
    public bool PayoutsReady { get; set; }
    public string PayoutRequirementsJson { get; set; } = "";

    /// <summary>What was agreed with this seller alone; null means the platform's rule.</summary>
    public int? CommissionBps { get; set; }
    public int? HoldDays { get; set; }

    /// <summary>The plan in the conditions that were chosen; the listings it allows stand with <see cref="SellerStanding"/>.</summary>
    public string? PlanId { get; set; }
    public string PlanName { get; set; } = "";
    public int PlanDeltaBps { get; set; }

    /// <summary>Mails that asked to go on, in the present standstill; none are sent once an owner says so.</summary>
    public int RemindersSent { get; set; }
    public DateTime? RemindedAtUtc { get; set; }
    public bool RemindersOff { get; set; }

    public long Version { get; set; }

    /// <summary>Moves to another state, from the states that allow it; false leaves everything as it was.</summary>
    public bool Move(SellerState to, string reason, DateTime now)
    {
        if (!MayMove(State, to)) return false;
        (State, StateReason, StateAtUtc) = (to, reason, now);
        return true;
    }

    internal static bool MayMove(SellerState from, SellerState to) => to switch
    {
        SellerState.Applying => false,
        SellerState.InReview => from is SellerState.Applying or SellerState.ChangesRequested,
        SellerState.ChangesRequested or SellerState.Rejected => from is SellerState.InReview,
        SellerState.Approved => from is SellerState.InReview or SellerState.Suspended,
        SellerState.Suspended => from is SellerState.Approved,
        SellerState.Closed => from is not SellerState.Closed,
    };
}

internal sealed class SellerMap : IEntityTypeConfiguration<Seller>
{
    public void Configure(EntityTypeBuilder<Seller> entity)
    {
        entity.ToTable("Sellers");
        entity.HasKey(s => s.Id);
        entity.Property(s => s.Slug).Ascii(40);
        entity.Property(s => s.Name).HasMaxLength(80);
        entity.Property(s => s.Country).Ascii(2);
        entity.Property(s => s.StateReason).HasMaxLength(1000);
        entity.Property(s => s.PayoutAccountId).Ascii(64);
        entity.Property(s => s.PayoutRequirementsJson).HasMaxLength(4000);
        entity.Property(s => s.PlanName).HasMaxLength(40);
        entity.HasIndex(s => s.Slug).IsUnique();
        entity.HasIndex(s => s.PayoutAccountId);
        entity.HasIndex(s => new { s.State, s.Id });
    }
}
