using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Money.Payments.Model;

public enum PaymentCommandKind
{
    OpenCheckout,
    Refund,
    Transfer,
}

public enum PaymentCommandState
{
    New,
    Done,
    /// <summary>Refused for good.</summary>
    Failed,
}

/// <summary>
/// A call to Stripe that must happen once. The row is written in the transaction that decides it; its id is the
/// idempotency key and its parameters are frozen, so that a repeat after a crash is the same call.
/// </summary>
public sealed class PaymentCommand : IPlatformRow
{
    /// <summary><c>{kind}:{reference}:{attempt}</c>, sent to Stripe as idempotency key (see <see cref="Key"/>).</summary>
    public required string Id { get; init; }
    public required PaymentCommandKind Kind { get; init; }
    /// <summary>Order, refund or SellerOrder, by kind.</summary>
    public required string Reference { get; init; }
    public required string Parameters { get; init; }
    public required DateTime CreatedAtUtc { get; init; }
    public string? TenantId { get; init; }
    public PaymentCommandState State { get; set; }
    public DateTime DueAtUtc { get; set; }
    public DateTime? LeasedUntilUtc { get; set; }
    public string? LeaseId { get; set; }
    public int Attempts { get; set; }

    /// <summary>
    /// Raised when Stripe answered with a failure of its own (500) and then knew of no object: such an answer is kept
    /// under its key for good, so that only a new key can succeed.
    /// </summary>
    public int KeyGeneration { get; set; }
    public string? LastError { get; set; }
    public DateTime? DoneAtUtc { get; set; }

    public string Key => KeyGeneration == 0 ? Id : $"{Id}:k{KeyGeneration}";
}

internal sealed class PaymentCommandMap : IEntityTypeConfiguration<PaymentCommand>
{
    public void Configure(EntityTypeBuilder<PaymentCommand> entity)
    {
        entity.ToTable("PaymentCommands");
        entity.HasKey(c => c.Id);
        entity.Property(c => c.Id).Ascii(100);
        entity.Property(c => c.Reference).Ascii(64);
        entity.Ignore(c => c.Key);
        entity.Property(c => c.LastError).HasMaxLength(1000);
        entity.HasIndex(c => new { c.State, c.DueAtUtc });
        entity.HasIndex(c => c.Reference);
    }
}
