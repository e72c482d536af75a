using Marketplace.Accounts.Mailing.Contracts;
using Marketplace.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Accounts.Mailing.Model;

/// <summary>What a person has said of one topic; without a row the usual counts.</summary>
internal sealed class MailChoice : IPlatformRow
{
    public required string BuyerId { get; init; }
    public required MailTopic Topic { get; init; }
    public required bool IsWanted { get; set; }
    public required DateTime ChangedAtUtc { get; set; }
}

internal sealed class MailChoiceMap : IEntityTypeConfiguration<MailChoice>
{
    public void Configure(EntityTypeBuilder<MailChoice> entity)
    {
        entity.ToTable("MailChoices");
        entity.HasKey(c => new { c.BuyerId, c.Topic });
    }
}
