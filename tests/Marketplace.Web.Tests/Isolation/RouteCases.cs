using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>Whose a route is.</summary>
internal enum RouteOwner
{
    /// <summary>Everybody's.</summary>
    Public,
    /// <summary>Vera's, in the dashboard of the pottery.</summary>
    Seller,
    /// <summary>Mara's; without an id in it, it shows each person their own.</summary>
    Buyer,
    /// <summary>Ada's.</summary>
    Admin,
}

/// <summary>
/// What the routes need to succeed as their owner. A work area's route says by its address whose it is; its form is read
/// off the owner's own page. Only what a page cannot know stands here. A public route stands here with its reason.
/// </summary>
internal static class RouteCases
{
    private static readonly Dictionary<string, string> Public = new(StringComparer.Ordinal)
    {
        ["/"] = "the shop window",
        ["/search"] = "the shop window",
        ["/search/suggest"] = "the shop window",
        ["/suggest"] = "the shop window",
        ["/new"] = "the shop window",
        ["/shops"] = "the shop window",
        ["/sellers"] = "the shop window",
        ["/c/{slug}"] = "the shop window",
        ["/p/{slug}"] = "the shop window",
        ["/s/{seller}"] = "an open shop's front",
        ["/s/{seller}/{file}"] = "a shop's colours",
        ["/s/{seller}/brand-{hash}.css"] = "a shop's colours",
        ["/media/{hash}/{size}"] = "pictures by the hash of their content",
        ["/media/{hash}/{width}.webp"] = "pictures by the hash of their content",
        ["/login"] = "anyone may sign in",
        ["/logout"] = "ends one's own session",
        ["/register"] = "anyone may register",
        ["/forgot"] = "answers everybody the same",
        ["/reset/{token}"] = "opened by a secret from a mail",
        ["/confirm/{token}"] = "opened by a secret from a mail",
        ["/invitations/{token}"] = "opened by a secret from a mail",
        ["/sell"] = "anyone may apply",
        ["/help"] = "help for everybody",
        ["/help/{topic}"] = "help for everybody",
        ["/help/{slug}"] = "help for everybody",
        ["/legal/{kind}"] = "help for everybody",
        ["/market"] = "the visitor's own choice, kept in a cookie",
        ["/design"] = "the components, without data",
        ["/error/{status}"] = "the error page",
        ["/assets/{name}"] = "styles and scripts",
        ["/health/live"] = "a probe",
        ["/health/ready"] = "a probe",
        ["/stripe-simulator/{path}"] = "the simulator's pages, in development only",
        ["/webhooks/stripe/platform"] = "opened by a signature",
        ["/webhooks/stripe/connect"] = "opened by a signature",
        ["/dev/mail"] = "in development only",
        ["/dev/mail/{name}"] = "in development only",
        ["/robots.txt"] = "for crawlers",
        ["/sitemap.xml"] = "for crawlers",
    };

    private static readonly Dictionary<string, Func<TestMarket, (string, string)[]>> Bodies = new(StringComparer.Ordinal)
    {
        ["POST /seller/{seller}/team?handler=Invite"] =
            _ => [("Input.Email", "new@example.com"), ("Input.Role", nameof(SellerRole.Orders))],
        ["POST /seller/{seller}/team?handler=Role"] =
            _ => [("personId", TestMarket.PersonOf(TestMarket.Sam)), ("role", nameof(SellerRole.Catalog))],
        ["POST /seller/{seller}/team?handler=Remove"] = _ => [("personId", TestMarket.PersonOf(TestMarket.Sam))],
    };

    /// <summary>Routes whose owner's success destroys what the others' need, last.</summary>
    private static readonly string[] Last = ["Remove", "Withdraw", "Delete", "Close", "Archive"];

    /// <summary>Null where nobody has thought about it yet.</summary>
    public static RouteOwner? OwnerOf(SiteRoute route) => route.Pattern switch
    {
        _ when route.Pattern.StartsWith("/seller/{seller}", StringComparison.Ordinal) => RouteOwner.Seller,
        _ when route.Pattern.StartsWith("/admin", StringComparison.Ordinal) => RouteOwner.Admin,
        _ when route.Pattern.StartsWith("/account", StringComparison.Ordinal) => RouteOwner.Buyer,
        _ when Public.ContainsKey(route.Pattern) => RouteOwner.Public,
        _ => null,
    };

    public static string NameOf(RouteOwner owner) => owner switch
    {
        RouteOwner.Seller => TestMarket.Vera, RouteOwner.Admin => TestMarket.Ada, _ => TestMarket.Mara,
    };

    public static (string, string)[]? BodyOf(SiteRoute route, TestMarket market) =>
        Bodies.GetValueOrDefault(route.Name)?.Invoke(market);

    public static int OrderOf(SiteRoute route) => route.Reads ? 0 : Last.Any(l => route.Handler?.StartsWith(l, StringComparison.Ordinal) == true) ? 2 : 1;

    /// <summary>A value for each parameter, of the shop named; null where no rule knows the parameter.</summary>
    public static string? Value(TestMarket market, SiteRoute route, string parameter, string shop) => parameter switch
    {
        "seller" => shop,
        "listing" or "listingId" => market.Listings[shop][0].ListingId,
        "id" when route.Pattern.Contains("/listings/", StringComparison.Ordinal) => market.Listings[shop][0].ListingId,
        _ => null,
    };
}
