using Marketplace.Web.Shared.Components;

namespace Marketplace.Web.Seller.Home;

/// <summary>One thing that waits for the seller, with the one action that does it.</summary>
/// <param name="Count">A number, or a sign where nothing is counted.</param>
/// <param name="DeadlineUtc">What orders the list; without one it comes last.</param>
public sealed record Todo(
    string Count, Tone Tone, string Title, string Text, string Href, string Action, DateTime? DeadlineUtc = null);
