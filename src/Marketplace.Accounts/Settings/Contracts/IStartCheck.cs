namespace Marketplace.Accounts.Settings.Contracts;

/// <summary>
/// Something that a platform for real people cannot go without. Contexts to the right register more as scoped
/// services (payment keys, storage).
/// </summary>
public interface IStartCheck
{
    /// <summary>What is missing and how to mend it; null when nothing is.</summary>
    ValueTask<string?> MissingAsync(CancellationToken cancellation);
}
