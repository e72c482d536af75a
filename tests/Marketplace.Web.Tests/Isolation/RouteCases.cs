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
        ["/s/{seller}"] = "an open shop's front",
        ["/s/{seller}/{file}"] = "a shop's colours",
        ["/s/{seller}/brand-{hash}.css"] = "a shop's colours",
        ["/media/{pictureRef}/{width}.webp"] = "pictures by the hash of their content",
        ["/login"] = "anyone may sign in",
        ["/logout"] = "ends one's own session",
        ["/register"] = "anyone may register",
        ["/forgot"] = "answers everybody the same",
        ["/reset/{token}"] = "opened by a secret from a mail",
        ["/confirm/{token}"] = "opened by a secret from a mail",
        ["/email-change/{token}"] = "opened by a secret from a mail",
        ["/invitations/{token}"] = "opened by a secret from a mail",
        ["/sell"] = "anyone may apply",
        ["/orders/{token}"] = "read by whoever has its link",
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
        ["/dev/mail/{name}"] = "in development only",
        ["/api"] = "the API's reference",
        ["/robots.txt"] = "for crawlers",
        ["/sitemap.xml"] = "for crawlers",
    };

    private static readonly Dictionary<string, Func<TestMarket, (string, string)[]>> Bodies = new(StringComparer.Ordinal)
    {
        ["POST /seller/{seller}/team?handler=Invite"] =
            _ => [("Input.Email", "new@example.com"), ("Input.Role", nameof(SellerRole.Orders))],
        ["POST /seller/{seller}/team?handler=Role"] =
            _ => [("personId", TestMarket.PersonOf(TestMarket.Sam)), ("role", nameof(SellerRole.Catalog))],
        ["POST /seller/{seller}/orders/{id}?handler=Cancel"] = m => Pieces(m.Orders[1]),
        ["POST /seller/{seller}/orders/{id}?handler=Refund"] = m => Pieces(m.Orders[0]),
        ["POST /seller/{seller}/orders/{id}?handler=Ship"] = m =>
            [.. Pieces(m.Orders[0]), ("Input.CarrierCode", "postnl"), ("Input.TrackingNumber", "3SABC123456")],
        ["POST /seller/{seller}/orders/{id}?handler=Decline"] = _ => [("Input.Reason", "It is on its way")],
        ["POST /seller/{seller}/orders?handler=Accept"] = m => [("pick", m.Orders[3].PartId)],
        ["POST /seller/{seller}/shipping?handler=Zone"] = _ => [("zoneId", ""), ("name", "North"), ("places", "NO SE")],
        ["POST /orders/{token}?handler=Delivered"] = m => [("part", m.Orders[0].PartId)],
        ["POST /orders/{token}?handler=Cancel"] = m => [("part", m.Orders[4].PartId), ("reason", "Ordered twice")],
        ["POST /admin/orders/{order}?handler=Cancel"] = m => [("Part", m.Orders[5].PartId), ("Reason", "Fraud")],
        ["POST /admin/orders/{order}?handler=Refund"] =
            m => [("Part", m.Orders[6].PartId), ("Reason", "Fraud"), ("Key", "refund-6"), ("WithShipping", "true")],
        ["POST /orders/{token}?handler=Claim"] = _ => [],
        ["POST /seller/{seller}/listings"] = m => [("pick", m.Listings[TestMarket.Pottery][1].ListingId), ("act", "pause")],
        ["POST /seller/{seller}/listings/{id}"] = _ => [("act", "save"), ("Input.Title", "A better title")],
        ["POST /seller/{seller}/stock?handler=Location"] = _ => [("locationId", ""), ("name", "Attic"), ("city", "Weimar"), ("country", "DE")],
        ["POST /seller/{seller}/stock/{offer}?handler=Change"] = _ => [("quantity", "3"), ("reason", "Received"), ("note", "New")],
        ["POST /seller/{seller}/stock/{offer}?handler=Transfer"] =
            m => [("fromId", m.Places[0]), ("toId", m.Places[1]), ("quantity", "1"), ("note", "More room")],
        ["POST /admin/ledger/reconciliation?handler=Close"] = _ => [("kind", "Difference"), ("reference", "stripe:EUR")],
        ["POST /admin/ledger/reconciliation?handler=Explain"] =
            _ => [("id", "txn_1"), ("account", "bank"), ("reason", "By hand")],
        ["POST /admin/transfers"] = _ => [("id", "01aaaaaaaaaaaaaaaaaaaaaaaa")],
        ["POST /admin/categories"] = m => [("Input.ParentId", m.Categories["home"]), ("Input.Name", "Bowls")],
        ["POST /admin/categories/{id}?handler=Move"] = m => [("parentId", m.Categories["mugs"])],
        ["POST /admin/categories/{id}?handler=Merge"] = m => [("intoId", m.Categories["mugs"])],
        ["POST /admin/categories/{id}?handler=Attribute"] =
            _ => [("Id", ""), ("Code", "glaze"), ("Name", "Glaze"), ("Kind", "Text")],
        ["POST /admin/commissions"] = m =>
            [("Input.Name", "Home"), ("Input.Rate", "11"), ("Input.CategoryId", m.Categories["home"])],
        ["POST /admin/commissions?handler=Move"] = m => [("id", m.Rules[1]), ("up", "true")],
        ["POST /admin/commissions?handler=End"] = m => [("id", m.Rules[0])],
        ["POST /admin/tax"] = _ =>
            [("Input.Country", "FR"), ("Input.TaxCode", "books"), ("Input.Name", "TVA"), ("Input.Rate", "5.5")],
        ["POST /admin/mail?handler=Retry"] = _ => [("id", LeftWork.Mail)],
        ["POST /admin/jobs?handler=Run"] = _ => [("name", "send-mail")],
        ["POST /admin/jobs?handler=Retry"] = _ => [("id", LeftWork.Message)],
        ["POST /admin/webhooks?handler=Replay"] = _ => [("account", ""), ("id", LeftWork.Event)],
        ["POST /admin/webhooks?handler=Retry"] = _ => [("id", LeftWork.Call)],
        ["POST /admin/settings?handler=Text"] = _ => [("kind", "Imprint"), ("text", "Lanes, Am Markt 1, Weimar")],
        ["POST /admin/staff?handler=Add"] = _ => [("Input.Email", TestMarket.Finn + "@example.com"), ("Input.Role", "Auditor")],
        ["POST /admin/staff?handler=Role"] = _ => [("email", TestMarket.Finn + "@example.com"), ("role", "Finance")],
        ["POST /admin/staff?handler=Remove"] = _ => [("email", TestMarket.Finn + "@example.com")],
        ["POST /admin/staff?handler=Disable"] =
            _ => [("personId", TestMarket.PersonOf(TestMarket.Finn)), ("disabled", "true"), ("reason", "Lost the laptop")],
        ["POST /admin/sellers/{id}?handler=Agree"] = _ => [("Input.Commission", "8.5"), ("Input.HoldDays", "3")],
        ["POST /admin/sellers/{id}?handler=Changes"] = _ => [("Input.Reason", "The imprint names another company.")],
        ["POST /admin/sellers/{id}?handler=Reject"] = _ => [("Input.Reason", "It sells what nobody may sell.")],
        ["POST /admin/sellers/{id}?handler=Suspend"] = _ => [("Input.Reason", "Nothing has been shipped for weeks.")],
        ["POST /admin/sellers/{id}?handler=Reopen"] = _ => [("Input.Reason", "Everything has been shipped now.")],
        ["POST /cart?handler=Add"] = m => [("offerId", m.BasketOffer), ("quantity", "1")],
        ["POST /cart?handler=Quantity"] = m => [("offerId", m.BasketOffer), ("quantity", "3")],
        ["POST /cart?handler=Remove"] = m => [("offerId", m.BasketOffer)],
        ["POST /cart?handler=Seen"] = _ => [],
        ["POST /cart?handler=Place"] = _ => [("postcode", "99423")],
        ["POST /checkout"] = _ =>
        [
            ("Input.Details.Email", "somebody@example.com"), ("Input.Details.ShipTo.Name", "Mara"),
            ("Input.Details.ShipTo.Line1", "Am Markt 1"), ("Input.Details.ShipTo.Postcode", "99423"),
            ("Input.Details.ShipTo.City", "Weimar"), ("Input.Details.ShipTo.Country", "DE"),
        ],
        ["POST /seller/{seller}/team?handler=Remove"] = _ => [("personId", TestMarket.PersonOf(TestMarket.Sam))],
        ["POST /seller/{seller}/settings/trader"] = _ =>
        [
            ("Input.LegalName", "Vera's pottery"), ("Input.Line1", "Am Markt 1"), ("Input.City", "Weimar"),
            ("Input.Postcode", "99423"), ("Input.Country", "DE"), ("Input.Email", "pottery@example.com"),
            ("Input.Phone", "+49 3643 12345"),
        ],
        ["POST /seller/{seller}/settings/branding?handler=Preview"] = _ => [("Input.BrandColour", "#7b2d5b")],
        ["POST /seller/{seller}/settings/branding?handler=Save"] = _ => [("Input.BrandColour", "#7b2d5b")],
        ["POST /seller/{seller}/settings/domains?handler=Claim"] = _ => [("Input.Host", TestMarket.Domain)],
        ["POST /seller/{seller}/settings/domains?handler=Prove"] = _ => [("host", TestMarket.Domain)],
        ["POST /seller/{seller}/settings/domains?handler=Drop"] = _ => [("host", TestMarket.Domain)],
        ["POST /seller/{seller}/settings/keys?handler=Make"] = _ => [("Input.Name", "Till"), ("Input.Scopes", "stock:write")],
        ["POST /seller/{seller}/settings/keys?handler=Revoke"] = m => [("keyId", m.KeyId)],
        ["POST /account/details?handler=Name"] = _ => [("Named.Name", "Mara Lindt")],
        ["POST /account/email"] =
            _ => [("Input.Email", "mara@new.example"), ("Input.CurrentPassword", TestMarket.Password)],
        ["POST /account/details?handler=Password"] =
            _ => [("Secret.CurrentPassword", TestMarket.Password), ("Secret.Password", "A new and longer sentence 42")],
    };

    /// <summary>What one route's owner leaves is what the next one's needs.</summary>
    private static readonly string[] Sequence =
    [
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
        "POST /seller/{seller}/team?handler=Remove",
        "POST /admin/sellers/{id}?handler=Approve", "POST /admin/sellers/{id}?handler=Suspend",
        "POST /admin/sellers/{id}?handler=Reopen", "POST /admin/commissions?handler=Move", "POST /admin/commissions?handler=End",
        "POST /admin/tax", "POST /admin/tax?handler=End", "POST /admin/staff?handler=Add", "POST /admin/staff?handler=Role",
        "POST /admin/staff?handler=Disable", "POST /admin/staff?handler=Remove",
        // Ada has no console after it.
        "POST /admin/staff?handler=Leave",
        // Ends Mara's other sessions: nothing of hers can follow.
        "POST /account/details?handler=Password",
    ];

    /// <summary>Posts that leave no row: a cookie, a job for later.</summary>
    public static readonly IReadOnlyList<string> LeaveNoRow =
    [
        "POST /cart?handler=Place", "POST /cart?handler=Seen", "POST /orders/{token}?handler=Claim", "POST /admin/search-index?handler=Rebuild",
        "POST /admin/search-index?handler=Compare", "POST /cart?handler=Shipping", "POST /seller/{seller}/shipping?handler=Profile",
        "POST /seller/{seller}/settings/branding?handler=Preview",
    ];

    /// <summary>Nothing in this market is in the state that its owner would need: others are refused, no more is shown.</summary>
    public static readonly IReadOnlyList<string> OnlyRefused =
    [
        "POST /admin/ledger/reconciliation?handler=Close", "POST /admin/ledger/reconciliation?handler=Explain", "POST /admin/transfers"];

    /// <summary>Which of Mara's orders a route works on, where it is not the first.</summary>
    private static readonly Dictionary<string, int> OrderNumbers = new(StringComparer.Ordinal)
    {
        ["POST /seller/{seller}/orders/{id}?handler=Cancel"] = 1, ["POST /seller/{seller}/orders/{id}?handler=Decline"] = 2,
        ["POST /orders/{token}?handler=Cancel"] = 4, ["POST /admin/orders/{order}?handler=Cancel"] = 5,
        ["POST /admin/orders/{order}?handler=Refund"] = 6,
    };

    /// <summary>Null where nobody has thought about it yet.</summary>
    public static RouteOwner? OwnerOf(SiteRoute route) => route.Pattern switch
    {
        _ when route.Pattern.StartsWith("/seller/{seller}", StringComparison.Ordinal) => RouteOwner.Seller,
        _ when route.Pattern.StartsWith("/admin", StringComparison.Ordinal) => RouteOwner.Admin,
        _ when route.Pattern.StartsWith("/account", StringComparison.Ordinal) => RouteOwner.Buyer,
        "/cart" or "/checkout" or "/checkout/review" => RouteOwner.Own,
        "/checkout/return" => RouteOwner.Buyer,
        "/orders/{token}" when !route.Reads => RouteOwner.Buyer,
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
        Bodies.GetValueOrDefault(route.Name)?.Invoke(market);

    public static int OrderOf(SiteRoute route) =>
        Array.IndexOf(Sequence, route.Name) is var at and >= 0 ? 1000 + at : route.Reads ? 0 : 1;

    /// <summary>Whether it shows each visitor their own, so that others are not refused but must not reach Mara's.</summary>
    public static bool IsEachOnesOwn(SiteRoute route, RouteOwner owner) =>
        owner == RouteOwner.Own || (owner == RouteOwner.Buyer && !route.Parameters.Any() && QueryOf(route, null) is null);

    /// <summary>What an address needs behind its question mark.</summary>
    public static string? QueryOf(SiteRoute route, TestMarket? market) => route.Pattern switch
    {
        "/checkout/return" => "?order=" + market?.Orders[0].PublicId,
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
                "Approve" or "Suspend" or "Reopen" => Applicants.Glass, "Changes" => Applicants.Linen, "Reject" => Applicants.Paper,
                _ => shop,
            }),
            "offer" => market.Products[shop].Offer,
            "address" => market.Products[shop].Address,
            "order" => order.PublicId,
            "token" when route.Pattern == "/orders/{token}" => order.Token,
            _ => null,
        };
    }

    private static (string, string)[] Pieces(PaidOrder order) =>
        [($"Input.Pieces[{order.LineId}]", "1"), ("Input.Reason", "Broken in the kiln"), ("Input.Key", "key-" + order.PartId)];
}
