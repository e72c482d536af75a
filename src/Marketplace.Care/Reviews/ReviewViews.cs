namespace Marketplace.Care.Reviews;

/// <summary>A review as everybody sees it.</summary>
public sealed record ReviewView(
    string ReviewId, string ListingId, string ListingTitle, string Slug, string TenantId, int Stars, string Title, string Text,
    string Author, string Options, IReadOnlyList<string> Photos, DateTime WrittenAtUtc, bool IsEdited, int HelpfulCount,
    string? Reply, DateTime? ReplyAtUtc);

/// <summary>Something that arrived and may be reviewed until then.</summary>
public sealed record ReviewableLine(
    string OrderLineId, string Slug, string Title, string Options, string? PictureRef, DateTime DeliveredAtUtc, DateTime UntilUtc);

/// <param name="IsHidden">The platform has taken it off; its author reads why.</param>
public sealed record OwnReview(
    string ReviewId, string OrderLineId, string Slug, string ListingTitle, int Stars, string Title, string Text,
    IReadOnlyList<string> Photos, DateTime WrittenAtUtc, bool MayEdit, bool IsHidden, string HiddenReason, int HelpfulCount,
    string? Reply);
