using Marketplace.Accounts.Sellers.Contracts;
using Marketplace.Accounts.Sellers.Model;
using Marketplace.Kernel.Data;
using Marketplace.Kernel.Tenancy;
using Marketplace.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Accounts.Sellers.Review;

public enum ReviewNoteKind
{
    /// <summary>Words of either side.</summary>
    Word,
    /// <summary>Sent in, or sent in again.</summary>
    Submitted,
    ChangesRequested,
    /// <summary>The seller has changed a point that it was asked to.</summary>
    StepChanged,
    Approved,
    Rejected,
    Suspended,
    Reopened,
    /// <summary>The seller objects to the last suspension or rejection.</summary>
    Appealed,
    /// <summary>A person has looked again, and it stays as it was decided.</summary>
    AppealDenied,
}

/// <param name="Author">The person's name; sellers read the platform's instead of its staff's.</param>
public sealed record NoteLine(
    DateTime AtUtc, bool ByPlatform, string? Author, ReviewNoteKind Kind, string Text, IReadOnlyList<string> Steps);

/// <summary>The talk about one application, from its rows.</summary>
internal sealed class ReviewTalk(PlatformDb db, CallerAccessor caller, TimeProvider clock)
{
    /// <summary>Enough for both sides to lose patience first.</summary>
    public const int Maximum = 200;

    public Task<List<ReviewNote>> ReadAsync(string tenantId, CancellationToken cancellation) =>
        db.ReviewNotes.AsNoTracking().Where(n => n.TenantId == tenantId).OrderByDescending(n => n.Id).Take(Maximum)
            .ToListAsync(cancellation);

    /// <summary>Answers the note's id.</summary>
    public string Add(string tenantId, ReviewNoteKind kind, string text, bool byPlatform, IReadOnlyList<string>? steps = null)
    {
        var id = Ids.New(clock);
        db.ReviewNotes.Add(new ReviewNote
        {
            TenantId = tenantId, Id = id, AtUtc = clock.GetUtcNow().UtcDateTime, Actor = caller.Caller.Actor,
            ByPlatform = byPlatform, Kind = kind, Text = text.Trim(), Steps = steps ?? [],
        });
        return id;
    }

    /// <summary>What the last request opened again and nobody has said to be changed since, with the words of the request.</summary>
    public static IReadOnlyDictionary<string, string> Asked(SellerState state, IReadOnlyList<ReviewNote> newestFirst)
    {
        var request = newestFirst.FirstOrDefault(n => n.Kind == ReviewNoteKind.ChangesRequested);
        if (state != SellerState.ChangesRequested || request is null) return new Dictionary<string, string>();
        var changed = newestFirst.TakeWhile(n => n != request).Where(n => n.Kind == ReviewNoteKind.StepChanged)
            .SelectMany(n => n.Steps).ToHashSet(StringComparer.Ordinal);
        return request.Steps.Where(s => !changed.Contains(s)).ToDictionary(s => s, _ => request.Text, StringComparer.Ordinal);
    }
}
