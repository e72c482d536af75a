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
    /// <summary>Each visitor's own, a guest's too: a basket, a checkout.</summary>
    Own,
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
        ["/collections/{slug}"] = "the shop window",
        ["/sellers"] = "the shop window",
        ["/c/{slug}"] = "the shop window",
        ["/p/{address}"] = "the shop window",
        ["/p/{address}/reviews"] = "the shop window",
        ["/p/{address}/back-in-stock"] = "the shop window; anybody may ask to be told",
        ["/p/{address}/questions"] = "the shop window; who asks signs in",
        ["/reviews/{review}"] = "the shop window; who votes or reports signs in",
        ["/s/{seller}"] = "an open shop's front",
        ["/s/{seller}/{file}"] = "a shop's colours",
        ["/s/{seller}/brand-{hash}.css"] = "a shop's colours",
        ["/media/{pictureRef}/{width}.webp"] = "pictures by the hash of their content",
        ["/login"] = "anyone may sign in",
        ["/login/second"] = "opened by the sealed note of the first step",
        ["/login/google"] = "reads what Google has said, from a sealed cookie",
        ["/confirm-address/{token}"] = "opened by a secret from a mail",
        ["/invitations/staff/{token}"] = "opened by a secret from a mail",
        ["/logout"] = "ends one's own session",
        ["/register"] = "anyone may register",
        ["/forgot"] = "answers everybody the same",
        ["/reset/{token}"] = "opened by a secret from a mail",
        ["/confirm/{token}"] = "opened by a secret from a mail",
        ["/invitations/{token}"] = "opened by a secret from a mail",
        ["/keep-account/{token}"] = "opened by a sealed link from a mail",
        ["/back-in-stock/{token}"] = "opened by a sealed link from a mail",
        ["/unsubscribe/{token}"] = "opened by a sealed link from a mail",
        ["/sell"] = "anyone may apply",
        ["/orders/{token}"] = "read by whoever has its link",
        ["/help"] = "help for everybody",
        ["/help/{topic}"] = "help for everybody",
        ["/help/{slug}"] = "help for everybody",
        ["/pages/{slug}"] = "what the platform says",
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
        ["/dev/mail/{name}"] = "in development only",
        ["/api"] = "the API's reference",
        ["/robots.txt"] = "for crawlers",
        ["/sitemap.xml"] = "for crawlers",
    };

    /// <summary>What one route's owner leaves is what the next one's needs.</summary>
    private static readonly string[] Sequence =
    [
        // While the shop still ships: later routes take that away.
        "POST /seller/{seller}/practice?handler=Start", "POST /seller/{seller}/practice?handler=Buy",
        "POST /seller/{seller}/practice?handler=Accept", "POST /seller/{seller}/practice?handler=Ship",
        "POST /seller/{seller}/practice?handler=Deliver", "POST /seller/{seller}/practice?handler=Forward",
        "POST /seller/{seller}/practice?handler=End",
        "POST /saved?handler=Save", "POST /saved?handler=Remove", "POST /account/shops?handler=Follow",
        "POST /account/shops?handler=Unfollow", "POST /account/addresses?handler=Save", "POST /account/addresses?handler=Prefer",
        "POST /account/addresses?handler=Remove", "POST /account/privacy?handler=Delete", "POST /account/privacy?handler=Keep",
        "POST /seller/{seller}/orders/{id}?handler=Note", "POST /seller/{seller}/orders/{id}?handler=DropNote",
        "POST /seller/{seller}/orders?handler=Keep", "POST /seller/{seller}/orders?handler=Drop",
        "POST /cart?handler=Add", "POST /seller/{seller}/orders/{id}?handler=Accept", "POST /seller/{seller}/orders/{id}?handler=Pack",
        "POST /seller/{seller}/orders/{id}?handler=Ship", "POST /orders/{token}?handler=Delivered",
        "POST /seller/{seller}/orders/{id}?handler=Refund", "POST /checkout", "GET /checkout/review", "POST /checkout/review",
        "POST /seller/{seller}/stock?handler=Location", "POST /seller/{seller}/stock/{offer}?handler=Transfer",
        "POST /admin/categories/{id}?handler=Attribute", "POST /admin/categories/{id}?handler=DropAttribute",
        "POST /admin/categories/{id}?handler=Move", "POST /admin/categories/{id}?handler=Merge",
        "POST /cart?handler=Remove", "POST /seller/{seller}/shipping?handler=DropMethod",
        "POST /seller/{seller}/shipping?handler=DropZone", "POST /seller/{seller}/team?handler=Withdraw",
        "POST /seller/{seller}/onboarding?handler=Payout", "POST /seller/{seller}/onboarding?handler=Check",
        "POST /seller/{seller}/settings/domains?handler=Claim", "POST /seller/{seller}/settings/domains?handler=Prove",
        "POST /seller/{seller}/settings/domains?handler=Drop",
        "POST /seller/{seller}/settings/hooks/{hook}?handler=Remove", "POST /seller/{seller}/team?handler=Remove",
        "POST /admin/sellers/{id}?handler=Approve", "POST /admin/sellers/{id}?handler=Suspend",
        "POST /admin/sellers/{id}?handler=Reopen", "POST /admin/commissions?handler=Move", "POST /admin/commissions?handler=End",
        "POST /admin/tax", "POST /admin/tax?handler=End", "POST /admin/sellers/{id}/look", "POST /admin/viewing?handler=End",
        "POST /admin/moderation/listings", "POST /admin/moderation/listings/{listing}?handler=TakeDown",
        "POST /admin/staff?handler=Invite", "POST /admin/staff?handler=Withdraw", "POST /admin/staff?handler=Role",
        "POST /admin/staff?handler=Disable", "POST /admin/staff?handler=Remove",
        "POST /admin/pages/{slug}/{locale}", "POST /admin/pages/{slug}/{locale}?handler=Publish",
        "POST /admin/pages/{slug}/{locale}?handler=Restore", "POST /admin/pages?handler=Footer",
        "POST /admin/pages/{slug}/{locale}?handler=Unpublish",
        "POST /admin/home/banner?handler=Remove", "POST /admin/home/collection?handler=Remove",
        // Ada has no console after it.
        "POST /admin/staff?handler=Leave",
        // Ends Mara's other sessions: nothing of hers can follow.
        "POST /account/details?handler=Password",
    ];

    /// <summary>Posts that leave no row: a cookie, a job for later.</summary>
    public static readonly IReadOnlyList<string> LeaveNoRow =
    [
        // A practice world is beside the database, not in it.
        "POST /seller/{seller}/practice?handler=Start", "POST /seller/{seller}/practice?handler=Buy",
        "POST /seller/{seller}/practice?handler=Accept", "POST /seller/{seller}/practice?handler=Ship",
        "POST /seller/{seller}/practice?handler=Deliver", "POST /seller/{seller}/practice?handler=Forward",
        "POST /seller/{seller}/practice?handler=End",
        "POST /cart?handler=Place", "POST /cart?handler=Seen", "POST /orders/{token}?handler=Claim", "POST /admin/search-index?handler=Rebuild",
        "POST /admin/search-index?handler=Compare", "POST /cart?handler=Shipping", "POST /seller/{seller}/shipping?handler=Profile",
        "POST /seller/{seller}/settings/branding?handler=Preview", "POST /account/sessions?handler=EndOthers",
    ];

    /// <summary>Nothing in this market is in the state that its owner would need: others are refused, no more is shown.</summary>
    public static readonly IReadOnlyList<string> OnlyRefused =
    [
        "POST /admin/moderation/listings/{listing}",
        "POST /admin/ledger/reconciliation?handler=Close", "POST /admin/ledger/reconciliation?handler=Explain", "POST /admin/transfers",
        // A passkey takes a browser, a code an app that is set up; the only owner cannot leave; nothing is linked.
        "POST /account/security?handler=AddKey", "POST /account/security?handler=RemoveKey", "POST /account/security?handler=RemoveApp",
        "POST /account/security?handler=Codes", "POST /account/security?handler=Google", "POST /account/security?handler=Unlink",
        "POST /account/security/app", "POST /account/sessions?handler=End", "POST /account/prove?handler=Passkey",
        // Nobody asks this shop to change anything, and nothing is decided against it.
        "POST /seller/{seller}/onboarding?handler=Appeal", "POST /admin/sellers/{id}?handler=Grant", "POST /admin/sellers/{id}?handler=Deny",
        "POST /seller/{seller}/onboarding?handler=Changed",
        "POST /seller/{seller}/team?handler=Leave",
        // They answer with a page or a file, and change nothing.
        "POST /seller/{seller}/orders/shipments?handler=Check", "POST /account/privacy?handler=Fetch",
        // It answers with a file; that somebody took it is in the log.
        "POST /admin/audit?handler=Export"];

    /// <summary>Which of Mara's orders a route works on, where it is not the first.</summary>
    private static readonly Dictionary<string, int> OrderNumbers = new(StringComparer.Ordinal)
    {
        ["POST /seller/{seller}/orders/{id}?handler=Cancel"] = 1, ["POST /seller/{seller}/orders/{id}?handler=Decline"] = 2,
        ["POST /seller/{seller}/orders/{id}?handler=AgreeToCancel"] = 8,
        ["POST /seller/{seller}/orders/{id}?handler=Address"] = 9,
        ["POST /orders/{token}?handler=Cancel"] = 4, ["POST /admin/orders/{order}?handler=Cancel"] = 5,
        ["POST /admin/orders/{order}?handler=Refund"] = 6,
    };

    /// <summary>Null where nobody has thought about it yet.</summary>
    public static RouteOwner? OwnerOf(SiteRoute route) => route.Pattern switch
    {
        _ when route.Pattern.StartsWith("/seller/{seller}", StringComparison.Ordinal) => RouteOwner.Seller,
        _ when route.Pattern.StartsWith("/admin", StringComparison.Ordinal) => RouteOwner.Admin,
        _ when route.Pattern.StartsWith("/account", StringComparison.Ordinal) => RouteOwner.Buyer,
        "/cart" or "/checkout" or "/checkout/review" or "/saved" => RouteOwner.Own,
        "/checkout/return" => RouteOwner.Buyer,
        "/orders/{token}" when !route.Reads => RouteOwner.Buyer,
        _ when route.Pattern.StartsWith("/messages", StringComparison.Ordinal) => RouteOwner.Buyer,
        // Opened by a key, which no visitor has: ApiIsolationTests try another shop's.
        _ when route.Pattern.StartsWith("/api/v1/", StringComparison.Ordinal) => RouteOwner.Public,
        _ when Public.ContainsKey(route.Pattern) => RouteOwner.Public,
        _ => null,
    };

    public static string NameOf(RouteOwner owner) => owner switch
    {
        RouteOwner.Seller => TestMarket.Vera,
        RouteOwner.Admin => TestMarket.Ada,
        _ => TestMarket.Mara,
    };

    public static (string, string)[]? BodyOf(SiteRoute route, TestMarket market) =>
        RouteBodies.All.GetValueOrDefault(route.Name)?.Invoke(market);

    public static int OrderOf(SiteRoute route) =>
        Array.IndexOf(Sequence, route.Name) is var at and >= 0 ? 1000 + at : route.Reads ? 0 : 1;

    /// <summary>Whether it shows each visitor their own, so that others are not refused but must not reach Mara's.</summary>
    public static bool IsEachOnesOwn(SiteRoute route, RouteOwner owner) =>
        owner == RouteOwner.Own || (owner == RouteOwner.Buyer && !route.Parameters.Any() && QueryOf(route, null) is null);

    /// <summary>What an address needs behind its question mark.</summary>
    public static string? QueryOf(SiteRoute route, TestMarket? market) => route.Pattern switch
    {
        "/checkout/return" => "?order=" + market?.Orders[0].PublicId,
        "/messages/new" => "?part=" + market?.Orders[0].PartId,
        "/seller/{seller}/orders/papers" => "?kind=Slip&pick=" + market?.Orders[0].PartId,
        "/seller/{seller}/settings/brand-preview.css" => "?colour=%237b2d5b",
        _ => null,
    };

    /// <summary>A value for each parameter, of the shop named; null where no rule knows the parameter.</summary>
    public static string? Value(TestMarket market, SiteRoute route, string parameter, string shop)
    {
        var order = market.Orders[OrderNumbers.GetValueOrDefault(route.Name)];
        return parameter switch
        {
            // The one shop that waits to be sent in.
            "seller" when route.Name == "POST /seller/{seller}/onboarding?handler=Submit" => TestMarket.Atelier,
            "seller" => shop,
            "listing" or "listingId" => market.Listings[shop][0].ListingId,
            "id" when route.Pattern.Contains("/listings/", StringComparison.Ordinal) => market.Listings[shop][0].ListingId,
            "id" when route.Pattern.Contains("/orders/", StringComparison.Ordinal) => shop == TestMarket.Pottery ? order.PartId : null,
            "id" when route.Pattern.StartsWith("/admin/categories", StringComparison.Ordinal) => market.Categories[route.Handler switch
            {
                "Merge" => "Empty",
                "Move" => "Spare",
                _ => "mugs",
            }],
            "id" when route.Pattern.StartsWith("/admin/sellers", StringComparison.Ordinal) => TestMarket.TenantOf(route.Handler switch
            {
                "Approve" or "Suspend" or "Reopen" => Applicants.Glass,
                "Changes" => Applicants.Linen,
                "Reject" => Applicants.Paper,
                _ => shop,
            }),
            "slug" when route.Pattern.Contains("/pages/", StringComparison.Ordinal) => OwnPages.Slug,
            "slug" when route.Pattern == "/collections/{slug}" => OwnPages.Collection,
            "locale" => OwnPages.Locale,
            "number" => "1",
            "hook" => shop == TestMarket.Pottery ? market.HookId : null,
            "thread" when route.Pattern.StartsWith("/seller", StringComparison.Ordinal) => shop == TestMarket.Pottery ? market.Talk.Thread : null,
            "thread" => market.Talk.Thread,
            "file" when route.Pattern.Contains("/files/", StringComparison.Ordinal) => market.Talk.File,
            "import" => shop == TestMarket.Pottery ? market.Imports[route.Handler switch { "Check" => 0, "Undo" => 2, _ => 1 }] : null,
            "report" => market.Talk.ThreadReport,
            "review" => market.Talk.Review,
            "line" => market.Talk.Line,
            "offer" => market.Products[shop].Offer,
            "address" => market.Products[shop].Address,
            "order" => order.PublicId,
            "token" when route.Pattern == "/orders/{token}" => order.Token,
            _ => null,
        };
    }
}
