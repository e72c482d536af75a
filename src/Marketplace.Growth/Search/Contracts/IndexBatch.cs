namespace Marketplace.Growth.Search.Contracts;

/// <summary>Full documents in any order, and where the reader of changes stood after them. At most 1,000.</summary>
public sealed record IndexBatch(IReadOnlyList<ListingDocument> Documents, IndexCheckpoint? Checkpoint);

/// <summary>A place in the stream of listing changes: the database's clock, then the listing id.</summary>
public sealed record IndexCheckpoint(DateTimeOffset ChangedAtUtc, string ListingId);

public sealed record ApplyResult(int Applied, int Skipped);

public sealed record IndexedVersion(string ListingId, long IndexVersion, bool IsTombstone);
