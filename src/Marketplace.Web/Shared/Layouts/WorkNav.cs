using Marketplace.Web.Shared.Resources;
using Microsoft.Extensions.Localization;

namespace Marketplace.Web.Shared.Layouts;

/// <summary>The menus of the two work areas; counts come from the frame's source, by the line's key.</summary>
public static class WorkNav
{
    private static readonly (string Key, string Text, string Icon)[] SellerLines =
    [
        ("", "Home", "home"), ("orders", "Orders", "box"), ("messages", "Messages", "chat"), ("reviews", "Reviews", "star"),
        ("listings", "Listings", "tag"), ("stock", "Stock", "layers"), ("visits", "Visits", "chart"),
        ("health", "Account health", "shield"), ("imports", "Import and export", "swap"), ("money", "Money", "money"),
        ("shipping", "Shipping", "truck"), ("settings", "Settings", "gear"), ("team", "Team", "people"),
    ];

    private static readonly (string Key, string Text, string Icon)[] AdminLines =
    [
        ("", "Home", "home"), ("sellers", "Sellers", "shop"), ("seller-health", "Health of sellers", "chart"), ("orders", "Orders", "box"),
        ("catalog", "Listings", "tag"), ("moderation", "Moderation", "shield"), ("categories", "Categories", "tree"),
        ("home", "Home page", "picture"), ("pages", "Pages", "globe"),
        ("tax", "Tax", "percent"), ("commissions", "Commissions", "receipt"), ("plans", "Plans", "layers"),
        ("ledger", "Ledger", "book"), ("transfers", "Transfers", "swap"), ("search-index", "Search index", "search"),
        ("jobs", "Jobs", "clock"), ("checks", "Checks", "check"), ("webhooks", "Webhooks", "link"), ("mail", "Mail", "mail"),
        ("audit", "Audit log", "list"), ("staff", "Staff", "people"), ("keys", "Keys for programs", "lock"),
        ("features", "Features", "bolt"), ("settings", "Settings", "gear"),
    ];

    public static IReadOnlyList<WorkLink> Seller(string slug, IStringLocalizer<Words> words, Counts? counts = null) =>
        Lines($"/seller/{slug}", SellerLines, words, counts);

    public static IReadOnlyList<WorkLink> Admin(IStringLocalizer<Words> words, Counts? counts = null) =>
        Lines("/admin", AdminLines, words, counts);

    /// <summary>The line whose address is the longest beginning of this path is the current one.</summary>
    public static string? Current(IEnumerable<WorkLink> links, string path) => links
        .Select(link => link.Href)
        .Where(href => path.Equals(href, StringComparison.OrdinalIgnoreCase)
            || path.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase))
        .MaxBy(href => href.Length);

    private static List<WorkLink> Lines(
        string root, (string Key, string Text, string Icon)[] lines, IStringLocalizer<Words> words, Counts? counts) =>
        [.. lines.Select(line =>
        {
            var (count, alert) = counts?.Of(line.Key) ?? (null, false);
            return new WorkLink(words[line.Text], line.Key == "" ? root : $"{root}/{line.Key}", line.Icon, count, alert);
        })];
}

/// <summary>What waits behind a menu line: a number or a short text, and whether it has a deadline.</summary>
public sealed class Counts
{
    private readonly Dictionary<string, (string Text, bool Alert)> _all = new(StringComparer.Ordinal);

    public Counts Add(string key, string text, bool alert = false)
    {
        _all[key] = (text, alert);
        return this;
    }

    public (string? Text, bool Alert)? Of(string key) => _all.TryGetValue(key, out var found) ? found : null;
}
