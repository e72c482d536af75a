using Marketplace.Web.Shared.Components;
using Microsoft.Extensions.Options;

namespace Marketplace.Web.Shared.Layouts;

/// <summary>
/// What the frame around a page shows: filled for each request by <see cref="IShellSource"/>s after the page's handler
/// ran and before it is drawn, so that counts are those after a post.
/// </summary>
public sealed class Shell(IOptions<PlatformOptions> platform)
{
    public string Name => platform.Value.Name;

    public string Tagline => platform.Value.Tagline;

    /// <summary>A line above everything, on every page (demo data, maintenance).</summary>
    public string? Banner { get; set; }

    public IReadOnlyList<Link> Categories { get; set; } = [];

    /// <summary>The operator's own pages that stand in the footer.</summary>
    public IReadOnlyList<Link> Pages { get; set; } = [];

    /// <summary>How many pieces are in the basket; asked by the one layout that shows it.</summary>
    public Func<ValueTask<int>> CountBag { get; set; } = () => new(0);

    /// <summary>Ids of listings that the visitor has saved, for the hearts on this page.</summary>
    public IReadOnlySet<string> Saved { get; set; } = new HashSet<string>();

    public string? PersonName { get; set; }

    /// <summary>The address of the platform's host for links out of a shop on its own host; empty on the platform.</summary>
    public string PlatformBase { get; set; } = "";

    public MarketChoice Market { get; set; } = MarketChoice.Unset;

    /// <summary>A seller's own shop: its name and the address of its brand colours.</summary>
    public string? BrandName { get; set; }

    public string? BrandCss { get; set; }

    public WorkFrame? Work { get; set; }

    /// <summary>The shop that staff look at for its seller just now.</summary>
    public LookingAt? View { get; set; }
}

/// <param name="Until">The time of day.</param>
public sealed record LookingAt(string Name, string Until);

/// <summary>Country, currency and language of this request, and what can be chosen instead.</summary>
public sealed record MarketChoice(
    string Country,
    string Currency,
    string Locale,
    IReadOnlyList<Choice> Countries,
    IReadOnlyList<Choice> Currencies,
    IReadOnlyList<Choice> Locales)
{
    public static readonly MarketChoice Unset = new("", "", "", [], [], []);
}

/// <summary>The frame of a work area: whose it is, its menu, and the counts in it.</summary>
public sealed class WorkFrame
{
    public required string Title { get; init; }

    public string? Note { get; init; }

    public string? LogoUrl { get; init; }

    public required IReadOnlyList<WorkLink> Links { get; init; }

    /// <summary>Other shops of the same person; empty for most.</summary>
    public IReadOnlyList<Link> Shops { get; init; } = [];

    /// <summary>What everybody in this area should know, above each page.</summary>
    public string? Notice { get; init; }

    /// <summary>Links under the menu: view shop, switch shop, sign out.</summary>
    public IReadOnlyList<Link> Foot { get; init; } = [];
}

/// <summary>A menu line; <paramref name="Alert"/> colours a count that has a deadline.</summary>
public sealed record WorkLink(string Text, string Href, string Icon, string? Count = null, bool Alert = false);

public interface IShellSource
{
    ValueTask FillAsync(Shell shell, HttpContext http, CancellationToken cancellationToken);
}
