using Marketplace.Kernel.Data;

namespace Marketplace.Care.Reviews.Model;

/// <summary>
/// A line of an order that has reached its buyer: the proof behind "verified buyer", and what is left to review. Its id
/// is the order line's; words and picture are those of the purchase.
/// </summary>
internal sealed class DeliveredLine : ISharedRow, IVersioned
{
    public required string TenantId { get; init; }
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string OrderId { get; init; }
    public required string ListingId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Options { get; init; }
    public string? PictureRef { get; init; }
    public required DateTime DeliveredAtUtc { get; init; }
    public string? ReviewId { get; set; }
    /// <summary>When the buyer was asked by mail, or it was settled that nobody asks.</summary>
    public DateTime? RequestedAtUtc { get; set; }
    public long Version { get; set; }
}

/// <summary>What a buyer thinks of a purchase: one an order line. The platform's word about it is <see cref="ReviewStanding"/>.</summary>
internal sealed class Review : IPublishedByBuyer
{
    public required string Id { get; init; }
    public required string BuyerId { get; init; }
    public required string TenantId { get; init; }
    public required string ListingId { get; init; }
    public required string OrderLineId { get; init; }
    public required string Slug { get; init; }
    public required string ListingTitle { get; init; }
    public required string Options { get; init; }
    public required string Author { get; init; }
    public required int Stars { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    /// <summary>Content hashes of pictures.</summary>
    public List<string> Photos { get; set; } = [];
    public bool HasPhotos { get; set; }
    public required DateTime WrittenAtUtc { get; init; }
    public DateTime? EditedAtUtc { get; set; }
}

/// <summary>What a review said before it was changed.</summary>
internal sealed class ReviewRevision : IJournalRow, IAppendOnly
{
    public required string Id { get; init; }
    public required string ReviewId { get; init; }
    public string? TenantId { get; init; }
    public string? BuyerId { get; init; }
    public required int Stars { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public List<string> Photos { get; init; } = [];
    public required DateTime UntilUtc { get; init; }
}

/// <summary>A shop's one answer to a review.</summary>
internal sealed class ReviewReply : IPublishedBySeller
{
    public required string TenantId { get; init; }
    public required string ReviewId { get; init; }
    public required string Text { get; set; }
    public required DateTime AtUtc { get; init; }
    public DateTime? EditedAtUtc { get; set; }
}

/// <summary>What the platform counts and decides about a review; a review without one is visible and nobody's help yet.</summary>
internal sealed class ReviewStanding : IPublishedRow
{
    public required string ReviewId { get; init; }
    public required string TenantId { get; init; }
    public int HelpfulCount { get; set; }
    public bool IsHidden { get; set; }
    public string HiddenReason { get; set; } = "";
    public DateTime? DecidedAtUtc { get; set; }
}

/// <summary>Somebody found a review helpful; who it was stays with the platform.</summary>
internal sealed class HelpfulVote : IPlatformRow
{
    public required string ReviewId { get; init; }
    public required string PersonId { get; init; }
    public required DateTime AtUtc { get; init; }
}

/// <summary>Somebody says that a review should not be there.</summary>
internal sealed class ReviewReport : IPlatformRow
{
    public required string Id { get; init; }
    public required string ReviewId { get; init; }
    public required string TenantId { get; init; }
    public required string PersonId { get; init; }
    public required string ReporterBuyerId { get; init; }
    public required ReportReason Reason { get; init; }
    public required string Words { get; init; }
    public required DateTime AtUtc { get; init; }
    public DateTime? DecidedAtUtc { get; set; }
    /// <summary>Null while nobody has decided.</summary>
    public bool? IsHidden { get; set; }
}

/// <summary>A buyer who does not want to be asked for reviews.</summary>
internal sealed class NoReviewRequests : IPlatformRow
{
    public required string BuyerId { get; init; }
    public required DateTime SinceUtc { get; init; }
}
