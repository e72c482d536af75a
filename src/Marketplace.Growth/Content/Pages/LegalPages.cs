using System.Collections.Frozen;

namespace Marketplace.Growth.Content.Pages;

/// <summary>
/// Addresses that lead to <c>/legal/{slug}</c>: those texts have versions that people agree to, and stand under Settings.
/// </summary>
public static class LegalPages
{
    public static IReadOnlySet<string> Slugs { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "terms", "seller-terms", "privacy", "imprint", "accessibility");
}
