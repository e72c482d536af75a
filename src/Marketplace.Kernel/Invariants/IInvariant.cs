namespace Marketplace.Kernel.Invariants;

/// <summary>
/// A sentence that is true of the database at any moment, whatever was killed and whoever acted at once. Found by
/// scanning; checked nightly, by <c>marketplace verify</c>, and after every fault that the tests inject. Each reads what
/// breaks it by one statement, which sees one moment: a purchase that happens meanwhile breaks nothing.
/// </summary>
public interface IInvariant
{
    /// <summary>Stable: under it the last result is kept.</summary>
    string Name { get; }

    /// <summary>The sentence, for people.</summary>
    string Says { get; }

    /// <summary>What breaks it, at most <see cref="Breach.Most"/>; empty when it holds.</summary>
    Task<IReadOnlyList<Breach>> FindBreachesAsync(CancellationToken cancellation);
}

/// <param name="About">The row it is about: ids, in the order of its key.</param>
/// <param name="Found">What is there, and what should be.</param>
public sealed record Breach(string About, string Found)
{
    /// <summary>A person mends the cause, not the list: more would help nobody.</summary>
    public const int Most = 50;

    public override string ToString() => $"{About}: {Found}";
}
