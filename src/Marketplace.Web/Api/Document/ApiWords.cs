using System.Text.Json.Nodes;
using Marketplace.Web.Api.Http;

namespace Marketplace.Web.Api.Document;

/// <summary>What the reference says of all operations.</summary>
internal static class ApiWords
{
    /// <summary>Paragraphs, apart by an empty line.</summary>
    private const string Intro =
        "Sellers' programs read and change their shop here; everybody may search, read products, fill a cart and order.\n\n"
        + "A seller's operation needs a key, sent as \"Authorization: Bearer mk_live_…\". An owner makes keys in the shop's "
        + "settings and chooses what each may do. The key alone decides whose shop it is; ids of other shops answer 404. "
        + "Cookies are not read.\n\n"
        + "The platform's own programs need a key of staff, made in the console, for what stands under /admin.\n\n"
        + "A buyer's program needs no key: POST /cart gives a token for one cart, sent as \"Cart-Token\". Fill it, read its "
        + "totals, start the checkout and lead the buyer to the payment page; \"GET /purchases/{token}\" says how the order stands.\n\n"
        + "Amounts are whole numbers in the smallest unit of their currency (cents for EUR). Times are UTC. Lists come in pages: "
        + "send \"next\" of one page as \"cursor\" to read on; null is the end.\n\n"
        + "What is refused is answered as application/problem+json (RFC 9457). Go by \"code\", which never changes; \"title\" is "
        + "for people and follows Accept-Language. Members and parameters that the reference does not name are refused.";

    public static readonly KeyValuePair<string, string> RateLimit = KeyValuePair.Create(
        "RateLimit", "What is left of this minute: \"key\";r=299. RateLimit-Policy says of how many.");

    public static JsonObject Info() => new()
    {
        ["title"] = "Marketplace API", ["version"] = "1.0", ["description"] = Intro,
    };

    public static JsonObject Security() => new()
    {
        ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A key of a shop, mk_live_…, with the scope that the operation names.",
    };

    public static JsonObject CartSecurity() => new()
    {
        ["type"] = "apiKey", ["in"] = "header", ["name"] = CartTokens.Header,
        ["description"] = "The token of a cart, from POST /cart. Whoever has it may change the cart and order what is in it.",
    };

    public static IEnumerable<KeyValuePair<string, string>> HeadersOf(int status) => status switch
    {
        401 or 403 => [KeyValuePair.Create("WWW-Authenticate", "Bearer, and what is wrong with the key.")],
        429 => [RateLimit, KeyValuePair.Create("Retry-After", "Seconds to wait.")],
        _ => [],
    };
}
