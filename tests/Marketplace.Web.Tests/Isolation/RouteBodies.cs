using Marketplace.Accounts.Identity.Contracts;
using Marketplace.Web.Tests.World;

namespace Marketplace.Web.Tests.Isolation;

/// <summary>What a form must say for its owner to succeed, where the owner's own page cannot know it.</summary>
internal static class RouteBodies
{
    public static readonly Dictionary<string, Func<TestMarket, (string, string)[]>> All = new(StringComparer.Ordinal)
    {
        ["POST /seller/{seller}/team?handler=Invite"] =
            _ => [("Input.Email", "new@example.com"), ("Input.Role", nameof(SellerRole.Orders))],
        ["POST /seller/{seller}/imports"] = _ => [("Input.Text", "sku,title\r\nJUG,A jug of the pottery\r\n")],
        ["POST /seller/{seller}/team?handler=Role"] =
            _ => [("personId", TestMarket.PersonOf(TestMarket.Sam)), ("role", nameof(SellerRole.Catalog))],
        ["POST /seller/{seller}/orders/{id}?handler=Cancel"] = m => Pieces(m.Orders[1]),
        ["POST /seller/{seller}/orders/{id}?handler=Refund"] = m => Pieces(m.Orders[0]),
        ["POST /seller/{seller}/orders/{id}?handler=Ship"] = m =>
            [.. Pieces(m.Orders[0]), ("Input.CarrierCode", "postnl"), ("Input.TrackingNumber", "3SABC123456")],
        ["POST /seller/{seller}/orders/{id}?handler=Decline"] = _ => [("Input.Reason", "It is on its way")],
        ["POST /seller/{seller}/orders?handler=Accept"] = m => [("pick", m.Orders[3].PartId)],
        ["POST /seller/{seller}/shipping?handler=Zone"] = _ => [("zoneId", ""), ("name", "North"), ("places", "NO SE")],
        ["POST /seller/{seller}/shipping?handler=Pickup"] = _ =>
            [("Name", "Pick up"), ("Line1", "Am Markt 1"), ("Postcode", "99423"), ("City", "Weimar"), ("Country", "DE"), ("Hours", "9-17")],
        ["POST /orders/{token}?handler=Delivered"] = m => [("part", m.Orders[0].PartId)],
        ["POST /orders/{token}?handler=Cancel"] = m => [("part", m.Orders[4].PartId), ("reason", "Ordered twice")],
        ["POST /admin/orders/{order}?handler=Cancel"] = m => [("Part", m.Orders[5].PartId), ("Reason", "Fraud")],
        ["POST /admin/orders/{order}?handler=Refund"] =
            m => [("Part", m.Orders[6].PartId), ("Reason", "Fraud"), ("Key", "refund-6"), ("WithShipping", "true")],
        ["POST /account/privacy?handler=Export"] = _ => [],
        ["POST /account/privacy?handler=Fetch"] = _ => [("export", "01nothing00000000000000000")],
        ["POST /account/privacy?handler=Keep"] = _ => [],
        ["POST /seller/{seller}/orders?handler=Keep"] = _ => [("name", "Abroad"), ("query", "tab=All&country=NL")],
        ["POST /seller/{seller}/orders?handler=Drop"] = m => [("view", m.View)],
        ["POST /seller/{seller}/orders/{id}?handler=Note"] = _ => [("Input.Note", "Two boxes")],
        ["POST /seller/{seller}/orders/{id}?handler=DropNote"] = m => [("note", m.Note)],
        ["POST /seller/{seller}/orders/{id}?handler=Address"] = _ =>
        [
            ("Input.Address.Name", "Mara"), ("Input.Address.Line1", "Am Markt 9"), ("Input.Address.Postcode", "99423"),
            ("Input.Address.City", "Weimar"),
        ],
        ["POST /seller/{seller}/orders/shipments?handler=Check"] = m => [("Csv", Shipment(m))],
        ["POST /seller/{seller}/orders/shipments?handler=Apply"] = m => [("Csv", Shipment(m))],
        ["POST /orders/{token}?handler=Again"] = _ => [],
        ["POST /saved?handler=Save"] = m => [("listing", m.Listings[TestMarket.Pottery][0].ListingId)],
        ["POST /saved?handler=Remove"] = m => [("listing", m.Listings[TestMarket.Pottery][0].ListingId)],
        ["POST /account/shops?handler=Follow"] = _ => [("shop", TestMarket.Pottery)],
        ["POST /account/shops?handler=Unfollow"] = _ => [("shop", TestMarket.Pottery)],
        ["POST /account/addresses?handler=Save"] = _ =>
        [
            ("Input.Address.Name", "Mara"), ("Input.Address.Line1", "Am Markt 3"), ("Input.Address.Postcode", "99423"),
            ("Input.Address.City", "Weimar"), ("Input.Address.Country", "DE"),
        ],
        ["POST /account/addresses?handler=Prefer"] = m => [("id", m.Address)],
        ["POST /account/addresses?handler=Remove"] = m => [("id", m.Address)],
        ["POST /orders/{token}?handler=Claim"] = _ => [],
        ["POST /account/reviews/{line}"] = _ => [("Input.Stars", "3"), ("Input.Text", "A little too heavy after all.")],
        ["POST /messages/new"] = _ => [("Input.Text", "Where is it?")],
        ["POST /messages/{thread}"] = _ => [("Input.Text", "Thank you!")],
        ["POST /messages/{thread}?handler=Report"] = _ => [("reason", "Other"), ("said", "Just trying it out")],
        ["POST /seller/{seller}/messages/{thread}"] = _ => [("Input.Text", "With pleasure.")],
        ["POST /seller/{seller}/messages/{thread}?handler=Settle"] = _ => [],
        ["POST /seller/{seller}/messages/{thread}?handler=Report"] = _ => [("reason", "Insulting"), ("said", "Rude")],
        ["POST /seller/{seller}/messages/replies?handler=Save"] = _ => [("Input.Title", "Hello"), ("Input.Text", "Hello {buyer}")],
        ["POST /seller/{seller}/messages/replies?handler=Delete"] = m => [("reply", m.Talk.Reply)],
        ["POST /seller/{seller}/messages/replies?handler=Auto"] =
            _ => [("Input.AutoText", "Back on Monday."), ("Input.AutoUntil", "2036-01-01")],
        ["POST /seller/{seller}/reviews?handler=Reply"] = m => [("review", m.Talk.Review), ("text", "Thank you!"), ("tab", "All")],
        ["POST /seller/{seller}/reviews/questions?handler=Answer"] =
            m => [("question", m.Talk.Questions[0]), ("text", "For half an hour.")],
        ["POST /seller/{seller}/reviews/questions?handler=Dismiss"] = m => [("question", m.Talk.Questions[1])],
        ["POST /admin/moderation"] = m => [("review", m.Talk.Review), ("hide", "false"), ("reason", "")],
        ["POST /admin/seller-health"] = _ =>
        [
            ("Input.Late", "4"), ("Input.Cancelled", "2.5"), ("Input.Refunded", "5"), ("Input.ReplyHours", "24"), ("Input.Rating", "4"),
            ("Input.Fewest", "10"), ("Input.Version", "0"),
        ],
        ["POST /admin/seller-health?handler=Seen"] = _ => [("tenant", TestMarket.TenantOf(TestMarket.Pottery))],
        ["POST /admin/moderation/listings"] =
            _ => [("Input.Mode", "Never"), ("Input.FirstListings", "3"), ("Input.WatchedWords", "replica"), ("Input.Version", "0")],
        ["POST /admin/moderation/listings/{listing}"] = _ => [("version", "1"), ("approve", "true")],
        ["POST /admin/moderation/listings/{listing}?handler=TakeDown"] = _ => [("reason", "It breaks the law.")],
        ["POST /admin/moderation/threads/{report}"] = _ => [("close", "false"), ("reason", "Nothing is wrong here.")],
        ["POST /seller/{seller}/listings"] = m => [("pick", m.Listings[TestMarket.Pottery][1].ListingId), ("act", "pause")],
        ["POST /seller/{seller}/listings/grid"] = m =>
            [("act", "publish"), ("Rows[0].Pick", "true"), ("Rows[0].ListingId", m.Listings[TestMarket.Pottery][1].ListingId)],
        ["POST /seller/{seller}/listings/{id}"] = _ => [("act", "save"), ("Input.Title", "A better title")],
        ["POST /seller/{seller}/listings/{id}/sale"] = m => [("act", "save"), ($"Input.Prices[{m.Products[TestMarket.Pottery].Offer}-EUR]", "5.00")],
        ["POST /seller/{seller}/stock?handler=Location"] = _ => [("locationId", ""), ("name", "Attic"), ("city", "Weimar"), ("country", "DE")],
        ["POST /seller/{seller}/stock/{offer}?handler=Change"] = _ => [("quantity", "3"), ("reason", "Received"), ("note", "New")],
        ["POST /seller/{seller}/stock?handler=Mark"] = _ => [("units", "5")],
        ["POST /seller/{seller}/stock/{offer}?handler=Mark"] = _ => [("units", "7")],
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
        ["POST /admin/sellers/{id}?handler=Note"] = _ => [("text", "Which kiln is it?")],
        ["POST /seller/{seller}/onboarding?handler=Note"] = _ => [("text", "A gas kiln.")],
        ["POST /seller/{seller}/onboarding?handler=Changed"] = _ => [("step", "profile")],
        ["POST /seller/{seller}/onboarding?handler=Reminders"] = _ => [("on", "false")],
        ["POST /seller/{seller}/practice?handler=Start"] = _ => [],
        ["POST /seller/{seller}/practice?handler=Buy"] = m => [("offer", m.Products[TestMarket.Pottery].Offer)],
        ["POST /seller/{seller}/practice?handler=Accept"] = _ => [],
        ["POST /seller/{seller}/practice?handler=Ship"] = _ => [],
        ["POST /seller/{seller}/practice?handler=Deliver"] = _ => [],
        ["POST /seller/{seller}/practice?handler=Forward"] = _ => [("days", "1")],
        ["POST /seller/{seller}/practice?handler=End"] = _ => [],
        ["POST /admin/plans"] = _ => [("Input.Name", "Grand"), ("Input.Delta", "-1"), ("Input.IsOffered", "false")],
        ["POST /seller/{seller}/onboarding/plan"] = m => [("plan", m.Plan)],
        ["POST /admin/commissions?handler=Move"] = m => [("id", m.Rules[1]), ("up", "true")],
        ["POST /admin/commissions?handler=End"] = m => [("id", m.Rules[0])],
        ["POST /admin/tax"] = _ =>
            [("Input.Country", "FR"), ("Input.TaxCode", "books"), ("Input.Name", "TVA"), ("Input.Rate", "5.5")],
        ["POST /admin/audit?handler=Export"] = _ => [],
        ["POST /admin/mail?handler=Again"] = _ => [("id", LeftWork.SentMail)],
        ["POST /admin/mail?handler=Retry"] = _ => [("id", LeftWork.Mail)],
        ["POST /admin/jobs?handler=Run"] = _ => [("name", "send-mail")],
        ["POST /admin/jobs?handler=Retry"] = _ => [("id", LeftWork.Message)],
        ["POST /admin/webhooks?handler=Replay"] = _ => [("account", ""), ("id", LeftWork.Event)],
        ["POST /admin/webhooks?handler=Retry"] = _ => [("id", LeftWork.Call)],
        ["POST /admin/settings?handler=Text"] = _ => [("kind", "Imprint"), ("text", "Lanes, Am Markt 1, Weimar")],
        ["POST /admin/home"] = _ => [("Input.Title", "Made by hand"), ("Input.Menu", "New | /new")],
        ["POST /admin/home?handler=Arrange"] = _ => [("block", "promises"), ("move", "up")],
        ["POST /admin/home/banner"] = _ => [("Input.Place", "Between"), ("Input.Title", "Kiln week")],
        ["POST /admin/home/banner?handler=Remove"] = m => [("Input.Id", m.Banner)],
        ["POST /admin/home/collection"] = m =>
            [("Input.Slug", "bowls"), ("Input.Title", "Bowls"), ("Input.CategoryId", m.Categories["mugs"])],
        ["POST /admin/home/collection?handler=Remove"] = _ => [("Input.Slug", OwnPages.Collection)],
        ["POST /admin/pages"] = _ =>
            [("Input.Slug", "history"), ("Input.Locale", OwnPages.Locale), ("Input.Title", "History"), ("Input.Body", "Long ago.")],
        ["POST /admin/pages?handler=Footer"] = _ => [("slug", OwnPages.Slug), ("move", "out")],
        ["POST /admin/pages/{slug}/{locale}"] = _ =>
            [("Input.BasedOn", "2"), ("Input.Title", "About"), ("Input.Body", "Four people."), ("act", "publish")],
        ["POST /admin/pages/{slug}/{locale}?handler=Publish"] = _ => [("number", "1")],
        ["POST /admin/pages/{slug}/{locale}?handler=Restore"] = _ => [("number", "1"), ("basedOn", "3")],
        ["POST /admin/pages/{slug}/{locale}?handler=Unpublish"] = _ => [],
        ["POST /admin/features"] = _ =>
            [("Input.Feature", "Questions"), ("Input.State", "Some"), ("Input.Percent", "100"), ("Input.Sellers", TestMarket.Kiln)],
        ["POST /admin/keys?handler=Make"] = _ => [("Input.Name", "Script"), ("Input.Scopes", "admin:sellers:read")],
        ["POST /admin/keys?handler=Revoke"] = m => [("keyId", m.StaffKeyId)],
        ["POST /admin/staff?handler=Invite"] = _ => [("Input.Email", "newcomer@example.com"), ("Input.Role", "Auditor")],
        ["POST /admin/sellers/{id}/look"] = _ => [("Input.Reason", "Their message of this morning")],
        ["POST /admin/viewing?handler=End"] = _ => [],
        ["POST /seller/{seller}/team?handler=Leave"] = _ => [],
        ["POST /account/details?handler=Email"] = _ => [("Mail.Email", "mara@new.example.com")],
        ["POST /account/prove"] = _ => [("Input.Proof", TestMarket.Password)],
        ["POST /account/security?handler=AddKey"] = _ => [("Key.Name", "telephone"), ("credential", "{}"), ("state", "x")],
        ["POST /account/security?handler=RemoveKey"] = _ => [("key", "00")],
        ["POST /account/security?handler=RemoveApp"] = _ => [],
        ["POST /account/security?handler=BeginApp"] = _ => [],
        ["POST /account/security?handler=Codes"] = _ => [],
        ["POST /account/security?handler=Google"] = _ => [],
        ["POST /account/security?handler=Unlink"] = _ => [],
        ["POST /account/security/app"] = _ => [("Input.Code", "000000")],
        ["POST /account/sessions?handler=End"] = _ => [("session", "01aaaaaaaaaaaaaaaaaaaaaaaa")],
        ["POST /account/sessions?handler=EndOthers"] = _ => [],
        ["POST /account/prove?handler=Passkey"] = _ => [("credential", "{}"), ("state", "x")],
        ["POST /admin/staff?handler=Role"] = _ => [("email", TestMarket.Finn + "@example.com"), ("role", "Finance")],
        ["POST /admin/staff?handler=Remove"] = _ => [("email", TestMarket.Finn + "@example.com")],
        ["POST /admin/staff?handler=Disable"] =
            _ => [("personId", TestMarket.PersonOf(TestMarket.Finn)), ("disabled", "true"), ("reason", "Lost the laptop")],
        ["POST /admin/sellers/{id}?handler=Agree"] = _ => [("Input.Commission", "8.5"), ("Input.HoldDays", "3")],
        ["POST /admin/sellers/{id}?handler=Changes"] = _ => [("Input.Reason", "The imprint names another company.")],
        ["POST /admin/sellers/{id}?handler=Reject"] = _ => [("Input.Reason", "It sells what nobody may sell.")],
        ["POST /seller/{seller}/onboarding?handler=Appeal"] = _ => [("text", "Everything has been shipped in time.")],
        ["POST /admin/sellers/{id}?handler=Grant"] = _ => [("Input.Reason", "It was shipped in time indeed.")],
        ["POST /admin/sellers/{id}?handler=Deny"] = _ => [("Input.Reason", "The parcels did not leave in time.")],
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
            ("Input.LegalName", "Vera's pottery"), ("Input.Kind", "SoleTrader"), ("Input.Certifies", "true"),
            ("Input.Line1", "Am Markt 1"), ("Input.City", "Weimar"),
            ("Input.Postcode", "99423"), ("Input.Country", "DE"), ("Input.Email", "pottery@example.com"),
            ("Input.Phone", "+49 3643 12345"),
        ],
        ["POST /seller/{seller}/settings/branding?handler=Preview"] = _ => [("Input.BrandColour", "#7b2d5b")],
        ["POST /seller/{seller}/settings/branding?handler=Save"] = _ => [("Input.BrandColour", "#7b2d5b")],
        ["POST /seller/{seller}/settings/domains?handler=Claim"] = _ => [("Input.Host", TestMarket.Domain)],
        ["POST /seller/{seller}/settings/domains?handler=Prove"] = _ => [("host", TestMarket.Domain)],
        ["POST /seller/{seller}/settings/domains?handler=Drop"] = _ => [("host", TestMarket.Domain)],
        ["POST /seller/{seller}/settings/hooks?handler=Add"] =
            _ => [("Input.Url", "https://pottery.example.com/hooks"), ("Input.Events", "order.placed")],
        ["POST /seller/{seller}/settings/hooks/{hook}?handler=Change"] =
            _ => [("Input.Url", "https://pottery.example.com/other"), ("Input.Events", "order.placed")],
        ["POST /seller/{seller}/settings/hooks/{hook}?handler=Switch"] = _ => [("on", "true")],
        ["POST /seller/{seller}/settings/hooks/{hook}?handler=Replay"] = _ => [("delivery", LeftWork.Delivery)],
        ["POST /seller/{seller}/settings/hooks/{hook}?handler=ReplayAll"] = _ => [],
        ["POST /seller/{seller}/settings/keys?handler=Make"] = _ => [("Input.Name", "Till"), ("Input.Scopes", "stock:write")],
        ["POST /seller/{seller}/settings/keys?handler=Revoke"] = m => [("keyId", m.KeyId)],
        ["POST /account/details?handler=Name"] = _ => [("Named.Name", "Mara Lindt")],
        ["POST /account/details?handler=Password"] =
            _ => [("Secret.CurrentPassword", TestMarket.Password), ("Secret.Password", "A new and longer sentence 42")],
    };

    /// <summary>The order whose address may be changed before it leaves.</summary>
    private static string Shipment(TestMarket market) => $"order,carrier,tracking\n{market.ShipsByFile},postnl,3SFILE1\n";

    private static (string, string)[] Pieces(PaidOrder order) =>
        [($"Input.Pieces[{order.LineId}]", "1"), ("Input.Reason", "Broken in the kiln"), ("Input.Key", "key-" + order.PartId)];
}
